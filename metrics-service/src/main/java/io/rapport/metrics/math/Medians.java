package io.rapport.metrics.math;

import java.util.Locale;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The interval of a median from one order statistic to another, which holds whatever the distribution: of n values in order, from
 * the r-th to the (n + 1 − r)-th, where r = ⌊(n + 1 − z √n) / 2⌋. How many of them are below the median is binomial with p = 1/2.
 *
 * <p>Source: W. J. Conover, <i>Practical Nonparametric Statistics</i>, 3rd ed., 1999, section 3.2, with the binomial's normal
 * approximation. There is none where r is below 1: below 6 values at 0.95.
 */
public final class Medians {
    public static final String METHOD = "order_statistics";

    private static final NormalDistribution NORMAL = new NormalDistribution();

    private Medians() {}

    /** The rank of the lower end, from 1; below 1 where there are too few values. */
    public static long rank(long n, double level) {
        return (long) Math.floor((n + 1 - z(level) * Math.sqrt(n)) / 2);
    }

    /** The same as an expression of SQL. */
    public static String rank(String n, double level) {
        return "floor((%s + 1 - %s * sqrt(%s)) / 2)::int"
                .formatted(n, String.format(Locale.ROOT, "%.15f", z(level)), n);
    }

    private static double z(double level) {
        return NORMAL.inverseCumulativeProbability((1 + level) / 2);
    }
}
