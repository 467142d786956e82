package io.rapport.metrics.metric;

import java.util.List;

/**
 * A metric that is one measure over rows: it can be had for any period, by any dimension of its facts, and compared.
 *
 * @param condition which rows count, beside the source's own condition; null for all
 * @param rolled where the measure's aggregates are kept ready; null where they are found from the rows each time
 */
public record AggregatedMetric(
        Description description, FactSource source, String condition, Measure measure, Rolled rolled)
        implements Metric {

    public AggregatedMetric(Description description, FactSource source, String condition, Measure measure) {
        this(description, source, condition, measure, null);
    }

    @Override
    public List<String> breakdowns() {
        return List.copyOf(source.dimensions().keySet());
    }
}
