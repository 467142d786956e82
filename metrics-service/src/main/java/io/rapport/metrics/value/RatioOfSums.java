package io.rapport.metrics.value;

import io.rapport.metrics.math.Interval;
import io.rapport.metrics.math.RatioInterval;
import io.rapport.metrics.metric.Aggregates;
import java.math.BigDecimal;
import java.util.List;

/**
 * What {@link UnitSums} has found: ∑x and ∑o over units, and their ratio.
 *
 * @param n units of which either isn't 0
 */
public record RatioOfSums(long n, BigDecimal x, BigDecimal o, List<BigDecimal> found) {
    private static final int SUMS = 10;
    private static final int EXTRAS = SUMS;
    private static final int YEARS = 13;
    private static final int PAIRS = 14;

    /** Nothing at all. */
    static final Aggregates NONE = Aggregates.none(PAIRS);

    /** As many aggregates as there are without pairs. */
    public static List<String> names() {
        return NONE.values().stream().map(BigDecimal::toString).toList();
    }

    public static RatioOfSums of(Aggregates found) {
        return new RatioOfSums(
                found.count(0), found.values().get(1), found.values().get(2), found.values());
    }

    public boolean isEmpty() {
        return o.signum() == 0;
    }

    public double value() {
        return x.doubleValue() / o.doubleValue();
    }

    /** How long the period was. */
    public double years() {
        return found.get(YEARS).doubleValue();
    }

    /** @param e from 1 to 3 */
    public BigDecimal extra(int e) {
        return found.get(EXTRAS + e - 1);
    }

    /** The interval of the ratio; null where nothing can be said of the spread. */
    public Interval interval(double level) {
        if (isEmpty() || n < 2) {
            return null;
        }
        return n == (found.size() - PAIRS) / 2
                ? RatioInterval.bootstrap(numbers(0), numbers(1), level)
                : moments().interval(level);
    }

    public double standardError() {
        return isEmpty() || n < 2 ? Double.NaN : moments().standardError();
    }

    private RatioInterval.Moments moments() {
        double[] sums = found.subList(0, SUMS).stream()
                .mapToDouble(BigDecimal::doubleValue)
                .toArray();
        return new RatioInterval.Moments(sums);
    }

    private double[] numbers(int which) {
        double[] numbers = new double[(found.size() - PAIRS) / 2];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = found.get(PAIRS + 2 * i + which).doubleValue();
        }
        return numbers;
    }
}
