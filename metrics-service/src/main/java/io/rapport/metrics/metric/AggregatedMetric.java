package io.rapport.metrics.metric;

import java.util.List;

/**
 * A metric that is one measure over rows: it can be had for any period, by any dimension of its facts, and compared.
 *
 * @param condition which rows count, beside the source's own condition; null for all
 */
record AggregatedMetric(Description description, FactSource source, String condition, Measure measure)
        implements Metric {

    @Override
    public List<String> breakdowns() {
        return List.copyOf(source.dimensions().keySet());
    }
}
