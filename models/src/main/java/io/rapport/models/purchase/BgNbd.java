package io.rapport.models.purchase;

import io.rapport.models.fit.Fit;
import io.rapport.models.fit.Fitted;
import io.rapport.models.fit.Sums;
import java.util.List;

/**
 * The BG/NBD model: while a customer is there, purchases come at random at a rate λ, gamma distributed over customers with shape
 * {@code r} and inverse scale {@code alpha}; after each repeat purchase the customer leaves with a probability p, beta
 * distributed with {@code a} and {@code b}.
 *
 * <p>Likelihood: B(a, b+x)/B(a, b) · Γ(r+x) α^r/Γ(r) · [(α+T)^−(r+x) + δ(x&gt;0) · a/(b+x−1) · (α+t)^−(r+x)].
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, K. L. Lee, <i>"Counting your customers" the easy way: an alternative to the
 * Pareto/NBD model</i>, Marketing Science 24 (2005), equations 6, 10 and, for P(alive), their note 021 (2008).
 */
public record BgNbd(double r, double alpha, double a, double b) implements PurchaseModel {
    static final String NAME = "BG/NBD";

    /**
     * Falls back to a fit with a weak prior where customers hardly differ, to {@link Nbd} where nobody seems to leave, and to
     * {@link SteadyRate} where there is too little to fit.
     */
    public static Fitted<PurchaseModel> fit(Histories customers) {
        return PurchaseFit.of(NAME, customers, BgNbd::maximum, fit -> leaving(fit) ? model(fit) : null);
    }

    static BgNbd model(Fit fit) {
        return new BgNbd(fit.value("r"), fit.value("alpha"), fit.value("a"), fit.value("b"));
    }

    private static boolean leaving(Fit fit) {
        double a = fit.value("a");
        return a / (a + fit.value("b")) > PurchaseFit.NEXT_TO_NOBODY;
    }

    private static Fit maximum(Histories customers, PurchaseFit.Search search) {
        double rate = customers.repeatPurchases() / customers.observedTime();
        return search.find(
                List.of("r", "alpha", "a", "b"),
                new double[] {0.5, 0.5 / rate, 0.5, 2},
                customers.customers(),
                p -> logLikelihood(customers, new BgNbd(p[0], p[1], p[2], p[3])));
    }

    /** Of all of them together. */
    public static double logLikelihood(Histories customers, BgNbd model) {
        double[] of = model.ofRepeats(customers.mostRepeats);
        double[] logs = customers.logTimes(model.alpha);
        return Sums.of(customers.size(), (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                int x = customers.repeats[i];
                double end = logs[customers.observed[i]];
                double one = of[x] - (model.r + x) * end;
                if (x > 0) {
                    one += softPlus(model.logOddsOfLeft(x, end - logs[customers.last[i]]));
                }
                sum += customers.count[i] * one;
            }
            return sum;
        });
    }

    /** What depends on the number of repeats alone, for 0 to the most. */
    private double[] ofRepeats(int most) {
        double[] logs = new double[most + 1];
        logs[0] = r * Math.log(alpha);
        for (int x = 0; x < most; x++) {
            logs[x + 1] = logs[x] + Math.log((r + x) * (b + x) / (a + b + x));
        }
        return logs;
    }

    /** ln of the odds that the customer left after the last purchase. */
    private double logOddsOfLeft(int x, double since) {
        return Math.log(a / (b + x - 1)) + (r + x) * since;
    }

    private static double softPlus(double value) {
        return value > 40 ? value : Math.log1p(Math.exp(value));
    }

    /** 1 for who never bought again: in this model nobody leaves before. */
    @Override
    public double pAlive(PurchaseHistory history) {
        int x = history.repeats();
        double since = Math.log((alpha + history.observed()) / (alpha + history.last()));
        return x == 0 ? 1 : 1 / (1 + Math.exp(logOddsOfLeft(x, since)));
    }

    @Override
    public double expected(PurchaseHistory history, double time) {
        PurchaseModel.requireTime(time);
        int x = history.repeats();
        return pAlive(history) * Futures.expected(r + x, alpha + history.observed(), a, b + x, time);
    }

    /** So many times must fall in that time, and the customer must have stayed after each purchase but the last of them. */
    @Override
    public double atLeast(PurchaseHistory history, int purchases, double time) {
        PurchaseModel.requireTime(time);
        if (purchases == 0) {
            return 1;
        }
        int x = history.repeats();
        double stayed = pAlive(history);
        for (int k = 0; k < purchases - 1; k++) {
            stayed *= (b + x + k) / (a + b + x + k);
        }
        return stayed * Counts.atLeast(purchases, r + x, alpha + history.observed(), time);
    }

    @Override
    public double expectedOfNew(double time) {
        PurchaseModel.requireTime(time);
        return Futures.expected(r, alpha, a, b, time);
    }
}
