package io.rapport.metrics.metric;

import io.rapport.metrics.segment.Segment;
import java.util.Map;
import java.util.Optional;

/**
 * A question about one metric: one grammar for all of them.
 *
 * @param arguments the metric's own parameters that were given
 * @param interval into which the series parts the period; none for no series
 * @param by the dimension of the breakdown; none for no breakdown
 * @param segment which facts count
 * @param segmentText the segment as it was written
 * @param compare with which period the total is compared; none for no comparison
 * @param level the confidence level of all intervals
 */
public record MetricQuery(
        Metric metric,
        Map<String, String> arguments,
        Period period,
        Optional<Calendar> interval,
        Optional<String> by,
        Segment segment,
        String segmentText,
        Optional<Comparison> compare,
        double level) {

    /** Whether what is derived of the facts must have caught up before it is answered. */
    boolean restsOnDerived() {
        return metric.source().freshness() == FactSource.Freshness.WHEN_DERIVED
                || segment.rule().asksWhatWasBought()
                || isBySegment();
    }

    boolean isBySegment() {
        return by.filter(AggregatedMetric.SEGMENT::equals).isPresent();
    }

    /** The period to compare with. */
    enum Comparison {
        PREVIOUS,
        YEAR;

        Period of(Period period) {
            return this == PREVIOUS ? period.previous() : period.yearBefore();
        }
    }
}
