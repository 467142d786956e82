package io.rapport.metrics.metric;

import io.rapport.metrics.math.Interval;
import io.rapport.metrics.math.Proportions;
import java.util.List;

/**
 * Rows that satisfy one condition against rows that satisfy another. Where there are more of the first than of the second it is no
 * proportion: then there is a value above 1, and no interval.
 */
public record Ratio(String numerator, String denominator) implements Measure {
    @Override
    public List<String> aggregates() {
        return List.of("count(*) filter (where " + numerator + ")", "count(*) filter (where " + denominator + ")");
    }

    @Override
    public Figure figure(Aggregates found, double level) {
        return of(found.count(0), found.count(1), level);
    }

    @Override
    public Interval difference(Aggregates now, Aggregates before, double level) {
        return isProportion(now) && isProportion(before)
                ? Proportions.difference(now.count(0), now.count(1), before.count(0), before.count(1), level)
                : null;
    }

    /** The ratio of two counts, with Wilson's interval where the first is no more than the second. */
    public static Figure.Scalar of(long part, long n, double level) {
        return n == 0
                ? new Figure.Scalar(null, part, 0L, 0, null, Figure.LOW, Figure.NO_DATA)
                : new Figure.Scalar(
                        (double) part / n,
                        part,
                        n,
                        n,
                        part <= n ? Proportions.wilson(part, n, level) : null,
                        Figure.reliability(n),
                        null);
    }

    private static boolean isProportion(Aggregates found) {
        return found.count(1) > 0 && found.count(0) <= found.count(1);
    }
}
