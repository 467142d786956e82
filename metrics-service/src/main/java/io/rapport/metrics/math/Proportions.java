package io.rapport.metrics.math;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** Intervals of shares and of their differences. */
public final class Proportions {
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private Proportions() {}

    /**
     * The score interval of a proportion, without continuity correction: always inside [0, 1], and sensible for small samples
     * and for none or all.
     *
     * <p>Source: E. B. Wilson, <i>Probable inference, the law of succession, and statistical inference</i>, JASA 22 (1927).
     *
     * @param successes from 0 to {@code n}
     * @param n the sample size, at least 1
     * @param level the confidence level, between 0 and 1
     */
    public static Interval wilson(long successes, long n, double level) {
        if (n < 1 || successes < 0 || successes > n) {
            throw new IllegalArgumentException(successes + " of " + n + " is not a proportion");
        }
        double z = quantile(level);
        double p = (double) successes / n;
        double z2 = z * z;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
        double low = successes == 0 ? 0 : centre - half;
        double high = successes == n ? 1 : centre + half;
        return new Interval(Math.max(0, low), Math.min(1, high), level, "wilson");
    }

    /**
     * The interval of the difference of two independent proportions, first minus second, put together from their two score
     * intervals.
     *
     * <p>Source: R. G. Newcombe, <i>Interval estimation for the difference between independent proportions</i>, Statistics in
     * Medicine 17 (1998), method 10.
     */
    public static Interval difference(long successes1, long n1, long successes2, long n2, double level) {
        double p1 = (double) successes1 / n1;
        double p2 = (double) successes2 / n2;
        Interval first = wilson(successes1, n1, level);
        Interval second = wilson(successes2, n2, level);
        double below = Math.hypot(p1 - first.low(), second.high() - p2);
        double above = Math.hypot(first.high() - p1, p2 - second.low());
        return new Interval(p1 - p2 - below, p1 - p2 + above, level, "newcombe");
    }

    /** The standard normal quantile of a two-sided level: 1.96 for 0.95. */
    static double quantile(double level) {
        return NORMAL.inverseCumulativeProbability(0.5 + level / 2);
    }
}
