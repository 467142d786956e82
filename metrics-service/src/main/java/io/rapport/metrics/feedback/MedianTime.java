package io.rapport.metrics.feedback;

import io.rapport.metrics.math.Interval;
import io.rapport.metrics.math.Medians;
import io.rapport.metrics.metric.Aggregates;
import io.rapport.metrics.metric.Figure;
import io.rapport.metrics.metric.Figure.Scalar;
import io.rapport.metrics.metric.Measure;
import java.util.List;

/**
 * The median of a time between two instants, in hours; the mean of the two in the middle where there are as many below as above.
 * Its interval is from one time that was observed to another, whatever the times' distribution.
 *
 * @param microseconds the time of a row, as a whole number of microseconds: exact in a double for 285 years
 * @param level the confidence level, which decides which times these are
 */
record MedianTime(String microseconds, double level) implements Measure {
    static final MedianTime HOURS_TO_ANSWER =
            new MedianTime("greatest(0, extract(epoch from answered_at - occurred_at) * 1000000)::bigint", 0.95);

    private static final double HOUR = 3.6e9;

    @Override
    public Measure at(double wanted) {
        return new MedianTime(microseconds, wanted);
    }

    @Override
    public List<String> aggregates() {
        String sorted = "(array_agg(" + microseconds + " order by " + microseconds + "))";
        String rank = Medians.rank("count(*)", level);
        return List.of(
                "count(*)",
                "percentile_cont(0.5) within group (order by " + microseconds + ")",
                sorted + "[" + rank + "]",
                sorted + "[(count(*) + 1 - " + rank + ")::int]");
    }

    @Override
    public Figure figure(Aggregates found, double wanted) {
        long n = found.count(0);
        return n == 0
                ? new Scalar(null, 0, null, 0, null, Figure.LOW, Figure.NO_DATA)
                : new Scalar(found.number(1) / HOUR, n, null, n, interval(found, n), Figure.reliability(n), null);
    }

    private Interval interval(Aggregates found, long n) {
        return Medians.rank(n, level) < 1
                ? null
                : new Interval(found.number(2) / HOUR, found.number(3) / HOUR, level, Medians.METHOD);
    }
}
