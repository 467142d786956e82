package io.rapport.models.purchase;

import io.rapport.models.fit.Fit;
import io.rapport.models.fit.Maximum;
import io.rapport.models.fit.Sums;
import java.util.List;

/**
 * The negative binomial model: purchases come at random at rates with a gamma distribution (shape {@code r}, inverse scale
 * {@code alpha}), and nobody leaves. It is where the others end when nobody does.
 *
 * <p>Source: A. S. C. Ehrenberg, <i>The pattern of consumer purchases</i>, Applied Statistics 8 (1959).
 */
public record Nbd(double r, double alpha) implements PurchaseModel {
    static final String NAME = "NBD";

    static Nbd model(Fit fit) {
        return new Nbd(fit.value("r"), fit.value("alpha"));
    }

    static Fit maximum(Histories customers) {
        double rate = customers.repeatPurchases() / customers.observedTime();
        return Maximum.find(
                List.of("r", "alpha"),
                new double[] {1, 1 / rate},
                customers.customers(),
                p -> logLikelihood(customers, new Nbd(p[0], p[1])));
    }

    static double logLikelihood(Histories customers, Nbd model) {
        double[] of = new double[customers.mostRepeats + 1];
        of[0] = model.r * Math.log(model.alpha);
        for (int x = 0; x < customers.mostRepeats; x++) {
            of[x + 1] = of[x] + Math.log(model.r + x);
        }
        double[] logs = customers.logTimes(model.alpha);
        return Sums.of(customers.size(), (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                int x = customers.repeats[i];
                sum += customers.count[i] * (of[x] - (model.r + x) * logs[customers.observed[i]]);
            }
            return sum;
        });
    }

    /** 1: nobody leaves. */
    @Override
    public double pAlive(PurchaseHistory history) {
        return 1;
    }

    @Override
    public double expected(PurchaseHistory history, double time) {
        PurchaseModel.requireTime(time);
        return (r + history.repeats()) / (alpha + history.observed()) * time;
    }

    @Override
    public double atLeast(PurchaseHistory history, int purchases, double time) {
        PurchaseModel.requireTime(time);
        return Counts.atLeast(purchases, r + history.repeats(), alpha + history.observed(), time);
    }

    @Override
    public double expectedOfNew(double time) {
        PurchaseModel.requireTime(time);
        return r / alpha * time;
    }
}
