package io.rapport.metrics.event;

import io.rapport.metrics.metric.AggregatedMetric;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.LeftOutFact;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Metric;
import io.rapport.metrics.metric.MetricFamily;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is counted nowhere else: events that are kept and left out of every other figure. */
@ApplicationScoped
class LeftOutMetrics implements MetricFamily {
    /* Events that are marked as a bot's, a prefetch, internal or a machine's. Unit: events, from 0. */
    private static final AggregatedMetric LEFT_OUT_EVENTS = new AggregatedMetric(
            new Metric.Description(
                    "left_out_events",
                    "Left out",
                    "How many events are kept and left out of every other figure: those of bots, pages fetched ahead that"
                            + " nobody looked at, the business's own people, and mails that machines opened.",
                    "scalar",
                    "count",
                    "neither",
                    1),
            new FactSource(
                    "event",
                    "occurred_at",
                    "seq",
                    "left_out is not null",
                    dimensions(),
                    "",
                    LeftOutFact::read,
                    FactSource.Freshness.AT_ONCE),
            null,
            Measure.Count.ROWS);

    @Override
    public List<Metric> metrics() {
        return List.of(LEFT_OUT_EVENTS);
    }

    private static Map<String, FactSource.Column> dimensions() {
        Map<String, FactSource.Column> dimensions =
                new LinkedHashMap<>(Map.of("reason", FactSource.Column.of("f.left_out")));
        dimensions.putAll(FactSource.columns("type", "source", "channel"));
        return dimensions;
    }
}
