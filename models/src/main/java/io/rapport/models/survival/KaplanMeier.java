package io.rapport.models.survival;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The product-limit estimate of how many are still there after some time, from lifetimes of which some are only known to be
 * at least so long: S(t) = ∏ (1 − d/n) over the times at which d of the n at risk end; standard error by Greenwood,
 * S √(∑ d/(n(n − d))); a band on the log(−log) scale, which stays inside [0, 1].
 *
 * <p>Sources: E. L. Kaplan, P. Meier, <i>Nonparametric estimation from incomplete observations</i>, JASA 53 (1958); M. Greenwood,
 * <i>The natural duration of cancer</i>, 1926; J. D. Kalbfleisch, R. L. Prentice, <i>The Statistical Analysis of Failure Time
 * Data</i>, 1980.
 */
public final class KaplanMeier {
    private final List<Step> steps;

    private KaplanMeier(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * The curve from one end of a lifetime to the next.
     *
     * @param survival the share still there just after {@code time}
     * @param standardError of that share; null where the share is 0
     * @param low the lower end of the band; null where the share is 0
     * @param high the upper end
     * @param atRisk how many were observed just before
     */
    public record Step(double time, double survival, Double standardError, Double low, Double high, long atRisk) {}

    public static KaplanMeier of(Collection<Lifetime> lifetimes, double level) {
        TreeMap<Double, long[]> byTime = new TreeMap<>();
        for (Lifetime lifetime : lifetimes) {
            byTime.computeIfAbsent(lifetime.time(), time -> new long[2])[lifetime.ended() ? 0 : 1]++;
        }
        double z = new NormalDistribution().inverseCumulativeProbability(0.5 + level / 2);
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

    private static Step step(double time, double survival, double greenwood, double z, long atRisk) {
        if (survival <= 0) {
            return new Step(time, 0, null, null, null, atRisk);
        }
        double error = Math.sqrt(greenwood);
        double half = z * error / -Math.log(survival);
        return new Step(
                time,
                survival,
                survival * error,
                Math.pow(survival, Math.exp(half)),
                Math.pow(survival, Math.exp(-half)),
                atRisk);
    }

    public List<Step> steps() {
        return steps;
    }

    /** The step that holds at a time; null before the first end, when all are there. */
    public Step at(double time) {
        Step found = null;
        for (Step step : steps) {
            if (step.time() > time) {
                break;
            }
            found = step;
        }
        return found;
    }

    /** The first time at which at most half are still there; null where the curve stays above. */
    public Double median() {
        return steps.stream()
                .filter(step -> step.survival() <= 0.5 + 1e-12)
                .findFirst()
                .map(Step::time)
                .orElse(null);
    }
}
