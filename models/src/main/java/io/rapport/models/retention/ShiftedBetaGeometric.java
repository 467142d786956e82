package io.rapport.models.retention;

import io.rapport.models.fit.Fitted;
import io.rapport.models.fit.Maximum;
import java.util.Collection;
import java.util.List;

/**
 * The sBG model of contracts: at each opportunity a customer leaves with a probability of the customer's own, beta distributed
 * over customers with {@code alpha} and {@code beta}. Retention rises with time, since those who are likely to leave do so first.
 *
 * <p>Survival: S(t) = B(α, β+t)/B(α, β), the product of (β+i)/(α+β+i) for i below t.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, <i>How to project customer retention</i>, Journal of Interactive Marketing 21 (2007),
 * equations 5 to 8; residual lifetime by their <i>Customer-base valuation in a contractual setting</i>, Marketing Science 29 (2010).
 */
public record ShiftedBetaGeometric(double alpha, double beta) implements RetentionModel {

    /** Falls back to {@link ConstantChurn} where nobody left, all did, or customers don't seem to differ. */
    public static Fitted<RetentionModel> fit(Collection<Renewals> customers) {
        return RetentionFit.of(
                customers, fit -> new ShiftedBetaGeometric(fit.value("alpha"), fit.value("beta")), all -> {
                    double n = all.stream().mapToDouble(Renewals::customers).sum();
                    return Maximum.find(
                            List.of("alpha", "beta"),
                            new double[] {1, 2},
                            Math.round(n),
                            p -> logLikelihood(all, new ShiftedBetaGeometric(p[0], p[1])));
                });
    }

    public static double logLikelihood(Collection<Renewals> customers, ShiftedBetaGeometric model) {
        double sum = 0;
        for (Renewals one : customers) {
            int t = one.renewed();
            double log = model.logSurvival(t);
            sum += one.customers() * (one.left() ? log + Math.log(model.alpha / (model.alpha + model.beta + t)) : log);
        }
        return sum;
    }

    private double logSurvival(int periods) {
        double log = 0;
        for (int i = 0; i < periods; i++) {
            log += Math.log((beta + i) / (alpha + beta + i));
        }
        return log;
    }

    @Override
    public double survival(int periods) {
        return Math.exp(logSurvival(periods));
    }

    @Override
    public double retention(int period) {
        return (beta + period - 1) / (alpha + beta + period - 1);
    }
}
