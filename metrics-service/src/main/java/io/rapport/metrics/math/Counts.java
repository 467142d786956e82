package io.rapport.metrics.math;

import org.hipparchus.distribution.continuous.GammaDistribution;

/** Intervals of how many were to be expected, where so many came: of events that come one by one, each by itself. */
public final class Counts {
    private Counts() {}

    /**
     * The exact interval of the mean of a Poisson distribution.
     *
     * <p>Source: F. Garwood, <i>Fiducial limits for the Poisson distribution</i>, Biometrika 28 (1936).
     *
     * @param count at least 0; of none the lower end is 0
     * @param level the confidence level, between 0 and 1
     */
    public static Interval garwood(long count, double level) {
        if (count < 0) {
            throw new IllegalArgumentException(count + " is no count");
        }
        double below = (1 - level) / 2;
        return new Interval(
                count == 0 ? 0 : new GammaDistribution(count, 1).inverseCumulativeProbability(below),
                new GammaDistribution(count + 1.0, 1).inverseCumulativeProbability(1 - below),
                level,
                "garwood");
    }
}
