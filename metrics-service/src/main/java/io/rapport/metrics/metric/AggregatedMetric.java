package io.rapport.metrics.metric;

import java.util.ArrayList;
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

    /** The breakdown by whose the facts are: a key for each segment of the business, of which one customer may have several. */
    public static final String SEGMENT = "segment";

    public AggregatedMetric(Description description, FactSource source, String condition, Measure measure) {
        this(description, source, condition, measure, null);
    }

    /** The same at a confidence level. */
    AggregatedMetric at(double level) {
        return new AggregatedMetric(description, source, condition, measure.at(level), rolled);
    }

    @Override
    public List<String> breakdowns() {
        List<String> breakdowns = new ArrayList<>(source.dimensions().keySet());
        if (source.ofPeople()) {
            breakdowns.add(SEGMENT);
        }
        return List.copyOf(breakdowns);
    }
}
