package io.rapport.metrics.math;

import io.rapport.models.interval.Bootstrap;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Intervals of a ratio of two sums over the same units, such as money an order, where a few units are far larger than the rest.
 *
 * <p>Of few units, the bias-corrected and accelerated bootstrap over the units. Of many, the same interval without drawing: its
 * parts are found from the moments of each unit's influence (T. DiCiccio, B. Efron, <i>More accurate confidence intervals in
 * exponential families</i>, Biometrika 79 (1992)).
 */
public final class RatioInterval {
    private static final int REPLICATES = 2_000;
    private static final long SEED = 20_260_301;
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private RatioInterval() {}

    /** @return null where nothing can be said of the spread */
    public static Interval bootstrap(double[] x, double[] o, double level) {
        double[] units = IntStream.range(0, x.length).asDoubleStream().toArray();
        Bootstrap found = Bootstrap.bca(units, sample -> ratio(sample, x, o), level, REPLICATES, SEED);
        return found == null ? null : new Interval(found.low(), found.high(), level, "bca");
    }

    /** The same times a number above 0; null stays null. */
    public static Interval scaled(Interval interval, double factor) {
        return interval == null
                ? null
                : new Interval(interval.low() * factor, interval.high() * factor, interval.level(), interval.method());
    }

    /**
     * The interval of the ratio of two independent estimates that are above 0, put together from theirs.
     *
     * <p>Source: A. Donner, G. Y. Zou, <i>Closed-form confidence intervals for functions of the normal mean and standard
     * deviation</i>, Statistical Methods in Medical Research 21 (2012), the ratio by the method of variance estimates recovery.
     *
     * @return null where there is no upper bound, since the second may be 0
     */
    public static Interval mover(double first, Interval of, double second, Interval by) {
        if (!(by.low() > 0) || !(of.low() > 0)) {
            return null;
        }
        double product = first * second;
        double low = (product
                        - Math.sqrt(Math.max(
                                0,
                                product * product
                                        - of.low() * by.high() * (2 * first - of.low()) * (2 * second - by.high()))))
                / (by.high() * (2 * second - by.high()));
        double high = (product
                        + Math.sqrt(Math.max(
                                0,
                                product * product
                                        - of.high() * by.low() * (2 * first - of.high()) * (2 * second - by.low()))))
                / (by.low() * (2 * second - by.low()));
        return Double.isFinite(low) && Double.isFinite(high) ? new Interval(low, high, of.level(), "mover") : null;
    }

    /**
     * The interval of the difference of two independent estimates, first minus second, put together from theirs.
     *
     * <p>Source: G. Y. Zou, A. Donner, <i>Construction of confidence limits about effect measures: a general approach</i>,
     * Statistics in Medicine 27 (2008).
     */
    public static Interval difference(double first, Interval of, double second, Interval from) {
        return new Interval(
                first - second - Math.hypot(first - of.low(), from.high() - second),
                first - second + Math.hypot(of.high() - first, second - from.low()),
                of.level(),
                "mover");
    }

    private static double ratio(double[] sample, double[] x, double[] o) {
        double above = 0;
        double below = 0;
        for (double unit : sample) {
            above += x[(int) unit];
            below += o[(int) unit];
        }
        return below == 0 ? 0 : above / below;
    }

    /**
     * The moments of x and o.
     *
     * @param sums n, and the sums of x, o, x², xo, o², x³, x²o, xo², o³
     */
    public record Moments(double[] sums) {

        public double ratio() {
            return sums[1] / sums[2];
        }

        public double standardError() {
            return Math.sqrt(squares()) / Math.abs(sums[2]);
        }

        /** @return null where nothing can be said of the spread */
        public Interval interval(double level) {
            double squares = squares();
            if (!(squares > 0)) {
                return null;
            }
            double r = ratio();
            double cubes = sums[6] - 3 * r * sums[7] + 3 * r * r * sums[8] - r * r * r * sums[9];
            double acceleration = cubes / (6 * Math.pow(squares, 1.5));
            double z = NORMAL.inverseCumulativeProbability(0.5 + level / 2);
            return new Interval(end(-z, acceleration), end(z, acceleration), level, "abc");
        }

        private double end(double z, double a) {
            double moved = a + z;
            double deviate = a + moved / (1 - a * moved);
            return ratio() + standardError() * (deviate + a * (deviate * deviate - 1));
        }

        private double squares() {
            double r = ratio();
            return Math.max(0, sums[3] - 2 * r * sums[4] + r * r * sums[5]);
        }
    }
}
