package io.rapport.metrics.math;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * The product-limit estimate of how many are still there after some time, from lifetimes of which some are only known to be
 * at least so long.
 *
 * <p>Source: E. L. Kaplan, P. Meier, <i>Nonparametric estimation from incomplete observations</i>, JASA 53 (1958); variance by
 * Greenwood; band on the log(−log) scale (J. D. Kalbfleisch, R. L. Prentice, <i>The Statistical Analysis of Failure Time
 * Data</i>, 1980), which stays inside [0, 1].
 */
public final class KaplanMeier {
    private final List<Step> steps;

    private KaplanMeier(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * One observed lifetime.
     *
     * @param time its length, from 0
     * @param ended whether it ended then, or was only known to be at least so long
     */
    public record Lifetime(double time, boolean ended) {}

    /**
     * The curve from one end of a lifetime to the next.
     *
     * @param survival the share still there just after {@code time}
     * @param low the lower end of the band; null where it can't be computed (the share is 0)
     * @param high the upper end
     * @param atRisk how many were observed just before
     */
    public record Step(double time, double survival, Double low, Double high, long atRisk) {}

    public static KaplanMeier of(Collection<Lifetime> lifetimes, double level) {
        TreeMap<Double, long[]> byTime = new TreeMap<>();
        for (Lifetime lifetime : lifetimes) {
            byTime.computeIfAbsent(lifetime.time(), time -> new long[2])[lifetime.ended() ? 0 : 1]++;
        }
        double z = Proportions.quantile(level);
        List<Step> steps = new ArrayList<>();
        long atRisk = lifetimes.size();
        double survival = 1;
        double greenwood = 0;
        for (var entry : byTime.entrySet()) {
            long ends = entry.getValue()[0];
            if (ends > 0) {
                survival *= (double) (atRisk - ends) / atRisk;
                greenwood += (double) ends / ((double) atRisk * (atRisk - ends));
                steps.add(step(entry.getKey(), survival, greenwood, z, atRisk));
            }
            atRisk -= ends + entry.getValue()[1];
        }
        return new KaplanMeier(steps);
    }

    public List<Step> steps() {
        return steps;
    }

    /** The first time at which at most half are still there; null where the curve stays above. */
    public Double median() {
        return steps.stream()
                .filter(step -> step.survival() <= 0.5)
                .findFirst()
                .map(Step::time)
                .orElse(null);
    }

    private static Step step(double time, double survival, double greenwood, double z, long atRisk) {
        if (survival <= 0) {
            return new Step(time, 0, null, null, atRisk);
        }
        double log = Math.log(survival);
        double half = z * Math.sqrt(greenwood) / -log;
        return new Step(
                time, survival, Math.pow(survival, Math.exp(half)), Math.pow(survival, Math.exp(-half)), atRisk);
    }
}
