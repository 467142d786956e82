package io.rapport.metrics.feedback;

import io.rapport.metrics.metric.Aggregates;
import io.rapport.metrics.metric.Figure;
import io.rapport.metrics.metric.Figure.Scalar;
import io.rapport.metrics.metric.Measure;
import java.util.List;

/**
 * The median of a time between two instants, in hours; the mean of the two in the middle where there are as many below as above.
 *
 * @param microseconds the time of a row, as a whole number of microseconds: exact in a double for 285 years
 */
record MedianTime(String microseconds) implements Measure {
    static final MedianTime HOURS_TO_ANSWER =
            new MedianTime("greatest(0, extract(epoch from answered_at - occurred_at) * 1000000)::bigint");

    private static final double HOUR = 3.6e9;

    @Override
    public List<String> aggregates() {
        return List.of("count(*)", "percentile_cont(0.5) within group (order by " + microseconds + ")");
    }

    @Override
    public Figure figure(Aggregates found, double level) {
        long n = found.count(0);
        return n == 0
                ? new Scalar(null, 0, null, 0, null, Figure.LOW, Figure.NO_DATA)
                : new Scalar(found.number(1) / HOUR, n, null, n, null, Figure.reliability(n), null);
    }
}
