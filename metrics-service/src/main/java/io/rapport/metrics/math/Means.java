package io.rapport.metrics.math;

import org.hipparchus.distribution.continuous.TDistribution;

/** Intervals of means and of their differences. */
public final class Means {
    private Means() {}

    /**
     * Student's t interval of a mean.
     *
     * @return null below two observations, where nothing can be said of the spread
     */
    public static Interval t(Sample sample, double level) {
        if (sample.n() < 2) {
            return null;
        }
        double half = quantile(sample.n() - 1, level) * Math.sqrt(sample.variance() / sample.n());
        return new Interval(sample.mean() - half, sample.mean() + half, level, "t");
    }

    /**
     * Welch's interval of the difference of two means, first minus second, with Satterthwaite's degrees of freedom.
     *
     * <p>Source: B. L. Welch, <i>The generalization of 'Student's' problem when several different population variances are
     * involved</i>, Biometrika 34 (1947).
     *
     * @return null below two observations in either sample
     */
    public static Interval difference(Sample first, Sample second, double level) {
        if (first.n() < 2 || second.n() < 2) {
            return null;
        }
        double difference = first.mean() - second.mean();
        double error1 = first.variance() / first.n();
        double error2 = second.variance() / second.n();
        double error = error1 + error2;
        if (error == 0) {
            return new Interval(difference, difference, level, "welch");
        }
        double freedom = error * error / (error1 * error1 / (first.n() - 1) + error2 * error2 / (second.n() - 1));
        double half = quantile(freedom, level) * Math.sqrt(error);
        return new Interval(difference - half, difference + half, level, "welch");
    }

    private static double quantile(double freedom, double level) {
        return new TDistribution(freedom).inverseCumulativeProbability(0.5 + level / 2);
    }
}
