package io.rapport.metrics.metric;

import io.rapport.metrics.business.Business;
import java.util.List;
import java.util.Map;

/**
 * A metric that is defined once its parameters are known.
 *
 * @param usual what it is without any parameter given
 * @param definition makes the metric of the given parameters, each of which obeys its rule
 */
public record ParameterizedMetric(AggregatedMetric usual, List<Parameter> parameters, Definition definition)
        implements Metric {

    /** What a metric is for these parameters. */
    @FunctionalInterface
    public interface Definition {
        /** @param given by name; a parameter that was not given is missing */
        AggregatedMetric of(Map<String, String> given, Business business);
    }

    @Override
    public Description description() {
        return usual.description();
    }

    @Override
    public FactSource source() {
        return usual.source();
    }

    @Override
    public List<String> breakdowns() {
        return usual.breakdowns();
    }
}
