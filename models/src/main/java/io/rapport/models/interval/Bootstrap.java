package io.rapport.models.interval;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The bias-corrected and accelerated bootstrap interval of any statistic of a sample: quantiles of the statistic over samples
 * drawn from the sample, moved by how far its median lies off the estimate and by how its error changes with it (from leaving
 * out one observation at a time).
 *
 * <p>Source: B. Efron, R. J. Tibshirani, <i>An Introduction to the Bootstrap</i>, 1993, equations 14.9 to 14.15.
 *
 * @param low the lower end
 * @param bias z₀, in normal deviates
 * @param acceleration a
 */
public record Bootstrap(double low, double high, double level, double bias, double acceleration) {
    private static final NormalDistribution NORMAL = new NormalDistribution();

    /**
     * @param replicates how many samples are drawn; 2,000 give two digits
     * @param seed of the draws: the same one gives the same interval
     * @return null where nothing can be said: below two observations, or where they don't differ in the statistic
     */
    public static Bootstrap bca(
            double[] sample, ToDoubleFunction<double[]> statistic, double level, int replicates, long seed) {
        if (sample.length < 2) {
            return null;
        }
        double estimate = statistic.applyAsDouble(sample.clone());
        double[] drawn = draw(sample, statistic, replicates, seed);
        double below = 0;
        for (double one : drawn) {
            below += one < estimate ? 1 : one == estimate ? 0.5 : 0;
        }
        if (below == 0 || below == replicates || drawn[0] == drawn[replicates - 1]) {
            return null;
        }
        double bias = NORMAL.inverseCumulativeProbability(below / replicates);
        double acceleration = acceleration(sample, statistic);
        double z = NORMAL.inverseCumulativeProbability(0.5 + level / 2);
        Quantiles quantiles = Quantiles.of(drawn);
        return new Bootstrap(
                quantiles.at(share(bias, acceleration, -z)),
                quantiles.at(share(bias, acceleration, z)),
                level,
                bias,
                acceleration);
    }

    private static double share(double bias, double acceleration, double z) {
        double moved = bias + z;
        double divisor = 1 - acceleration * moved;
        // Past its pole the correction would turn round.
        return divisor <= 0 ? (moved > 0 ? 1 : 0) : NORMAL.cumulativeProbability(bias + moved / divisor);
    }

    private static double[] draw(double[] sample, ToDoubleFunction<double[]> statistic, int replicates, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[replicates];
        for (int r = 0; r < replicates; r++) {
            double[] again = new double[sample.length];
            for (int i = 0; i < again.length; i++) {
                again[i] = sample[random.nextInt(sample.length)];
            }
            drawn[r] = statistic.applyAsDouble(again);
        }
        Arrays.sort(drawn);
        return drawn;
    }

    private static double acceleration(double[] sample, ToDoubleFunction<double[]> statistic) {
        double[] without = new double[sample.length];
        double mean = 0;
        for (int i = 0; i < sample.length; i++) {
            double[] others = new double[sample.length - 1];
            System.arraycopy(sample, 0, others, 0, i);
            System.arraycopy(sample, i + 1, others, i, others.length - i);
            without[i] = statistic.applyAsDouble(others);
            mean += without[i] / sample.length;
        }
        double squares = 0;
        double cubes = 0;
        for (double one : without) {
            squares += Math.pow(mean - one, 2);
            cubes += Math.pow(mean - one, 3);
        }
        return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    }
}
