package io.rapport.metrics.metric;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All metrics: those of the families, and those that are a bean of their own because they are no plain measure over rows. */
@ApplicationScoped
class Catalogue {
    private final Map<String, Metric> metrics = new LinkedHashMap<>();

    Catalogue(@Any Instance<MetricFamily> families, @Any Instance<WholeMetric> others) {
        families.stream().flatMap(family -> family.metrics().stream()).forEach(this::add);
        others.forEach(this::add);
    }

    Collection<Metric> all() {
        return metrics.values();
    }

    Optional<Metric> find(String id) {
        return Optional.ofNullable(metrics.get(id));
    }

    private void add(Metric metric) {
        String id = metric.description().id();
        if (metrics.put(id, metric) != null) {
            throw new IllegalStateException("Two metrics are called " + id);
        }
    }
}
