package io.rapport.models.purchase;

import io.rapport.models.fit.Fit;
import io.rapport.models.fit.Fitted;
import io.rapport.models.fit.Maximum;
import io.rapport.models.fit.Sums;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.special.Gamma;

/**
 * The gamma-gamma model of spending: a customer's purchases are gamma distributed with shape {@code p} about a mean of the
 * customer's own; the inverse scales are gamma distributed over customers with shape {@code q} and inverse scale {@code gamma}.
 *
 * <p>Likelihood of a mean m over x purchases: Γ(px+q)/(Γ(px) Γ(q)) · γ^q m^(px−1) x^(px) / (γ + mx)^(px+q). The mean of a
 * customer's purchases is then expected to be p(γ + mx)/(px + q − 1), and pγ/(q − 1) of one without any, which is without bound
 * for q ≤ 1.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, <i>The gamma-gamma model of monetary value</i>, note 025, 2013.
 */
public record GammaGamma(double p, double q, double gamma) implements SpendModel {
    private static final int FEWEST = 10;
    private static final double ENDLESS = 1e5;

    /**
     * Falls back to {@link CommonSpend}.
     *
     * @param customers those who bought again, with a mean above 0
     * @throws IllegalArgumentException where there are none: nothing is known then
     */
    public static Fitted<SpendModel> fit(Collection<Spending> customers) {
        if (customers.isEmpty()) {
            throw new IllegalArgumentException("Nobody has bought again");
        }
        if (customers.size() < FEWEST) {
            return common(
                    customers, null, "only " + customers.size() + " customers have bought again; it takes " + FEWEST);
        }
        Fit fit = maximum(customers);
        if (!fit.converged()) {
            return common(customers, fit, "the likelihood has no maximum in reach");
        }
        if (fit.value("q") <= 1) {
            return common(customers, fit, "q is at most 1, by which the mean of all customers would be without bound");
        }
        if (fit.value("p") > ENDLESS || fit.value("q") > ENDLESS) {
            return common(customers, fit, "customers, or the purchases of one, don't differ enough to be told apart");
        }
        return Fitted.of(new GammaGamma(fit.value("p"), fit.value("q"), fit.value("gamma")), fit);
    }

    private static Fit maximum(Collection<Spending> customers) {
        Groups groups = Groups.of(customers);
        return Maximum.find(
                List.of("p", "q", "gamma"),
                new double[] {2, 3, CommonSpend.of(customers).mean()},
                customers.size(),
                at -> groups.logLikelihood(new GammaGamma(at[0], at[1], at[2])));
    }

    private static Fitted<SpendModel> common(Collection<Spending> customers, Fit tried, String reason) {
        return Fitted.instead(CommonSpend.of(customers), tried, CommonSpend.NAME, reason);
    }

    @Override
    public double expected(Spending spending) {
        double x = spending.repeats();
        return p * (gamma + x * spending.mean()) / (p * x + q - 1);
    }

    @Override
    public double expectedOfNew() {
        return p * gamma / (q - 1);
    }

    /** Equal customers counted together. */
    private record Groups(int[] repeats, double[] mean, double[] logMean, long[] count) {
        static Groups of(Collection<Spending> customers) {
            Map<Spending, long[]> counted = new HashMap<>();
            customers.forEach(customer -> counted.computeIfAbsent(customer, c -> new long[1])[0]++);
            int n = counted.size();
            Groups groups = new Groups(new int[n], new double[n], new double[n], new long[n]);
            int i = 0;
            for (var group : counted.entrySet()) {
                groups.repeats[i] = group.getKey().repeats();
                groups.mean[i] = group.getKey().mean();
                groups.logMean[i] = Math.log(groups.mean[i]);
                groups.count[i++] = group.getValue()[0];
            }
            return groups;
        }

        double logLikelihood(GammaGamma model) {
            double[] of = model.ofRepeats(repeats);
            return Sums.of(repeats.length, (from, to) -> {
                double sum = 0;
                for (int i = from; i < to; i++) {
                    double px = model.p * repeats[i];
                    sum += count[i]
                            * (of[repeats[i]]
                                    + (px - 1) * logMean[i]
                                    - (px + model.q) * Math.log(model.gamma + repeats[i] * mean[i]));
                }
                return sum;
            });
        }
    }

    /** What depends on the number of purchases alone, of the numbers that occur. */
    private double[] ofRepeats(int[] occurring) {
        int most = 0;
        for (int x : occurring) {
            most = Math.max(most, x);
        }
        double[] logs = new double[most + 1];
        boolean[] known = new boolean[most + 1];
        double ofAll = q * Math.log(gamma) - Gamma.logGamma(q);
        for (int x : occurring) {
            if (!known[x]) {
                known[x] = true;
                logs[x] = Gamma.logGamma(p * x + q) - Gamma.logGamma(p * x) + p * x * Math.log(x) + ofAll;
            }
        }
        return logs;
    }
}
