package io.rapport.models.purchase;

import io.rapport.models.fit.Fit;
import io.rapport.models.fit.Fitted;
import io.rapport.models.fit.Sums;
import java.util.List;
import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * The Pareto/NBD model: while a customer is there, purchases come at random at a rate with a gamma distribution (shape {@code r},
 * inverse scale {@code alpha}); the customer leaves at random at a rate with another (shape {@code s}, inverse scale {@code
 * beta}), at any time.
 *
 * <p>Likelihood: Γ(r+x) α^r β^s/Γ(r) · [(α+T)^−(r+x) (β+T)^−s + s ∫ (α+u)^−(r+x) (β+u)^−(s+1) du], u from t to T.
 *
 * <p>Source: D. C. Schmittlein, D. G. Morrison, R. Colombo, <i>Counting your customers</i>, Management Science 33 (1987), in the
 * form of P. S. Fader, B. G. S. Hardie, <i>A note on deriving the Pareto/NBD model and related expressions</i>, 2005.
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements PurchaseModel {
    /** Of the integral that has no closed form; the weights within each are exact. */
    private static final int STRIPS = 200;

    /**
     * Falls back to a fit with a weak prior where customers hardly differ, to {@link Nbd} where nobody seems to leave, and to
     * {@link SteadyRate} where there is too little to fit.
     */
    public static Fitted<PurchaseModel> fit(Histories customers) {
        double time = customers.observedTime() / Math.max(1, customers.customers());
        return PurchaseFit.of(
                "Pareto/NBD",
                customers,
                ParetoNbd::maximum,
                fit -> model(fit).leftWithin(time) > PurchaseFit.NEXT_TO_NOBODY ? model(fit) : null);
    }

    private static ParetoNbd model(Fit fit) {
        return new ParetoNbd(fit.value("r"), fit.value("alpha"), fit.value("s"), fit.value("beta"));
    }

    private static Fit maximum(Histories customers, PurchaseFit.Search search) {
        double time = customers.observedTime() / customers.customers();
        double rate = customers.repeatPurchases() / customers.observedTime();
        return search.find(
                List.of("r", "alpha", "s", "beta"),
                new double[] {0.5, 0.5 / rate, 0.5, time / 2},
                customers.customers(),
                p -> logLikelihood(customers, new ParetoNbd(p[0], p[1], p[2], p[3])));
    }

    /** Of all of them together. */
    public static double logLikelihood(Histories customers, ParetoNbd model) {
        double[] of = new double[customers.mostRepeats + 1];
        of[0] = model.r * Math.log(model.alpha) + model.s * Math.log(model.beta);
        for (int x = 0; x < customers.mostRepeats; x++) {
            of[x + 1] = of[x] + Math.log(model.r + x);
        }
        return Sums.of(customers.size(), (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                int x = customers.repeats[i];
                double last = customers.times[customers.last[i]];
                double end = customers.times[customers.observed[i]];
                double stayed = model.logStayed(x, end);
                sum += customers.count[i]
                        * (of[x] + stayed + Math.log1p(Math.exp(model.logLeft(x, last, end) - stayed)));
            }
            return sum;
        });
    }

    /** ln of what the likelihood has for who is still there at the end. */
    private double logStayed(int x, double end) {
        return -(r + x) * Math.log(alpha + end) - s * Math.log(beta + end);
    }

    /** ln of what it has for who left between the last purchase and the end. */
    private double logLeft(int x, double last, double end) {
        double upper = logIntegral(x, end);
        double lower = logIntegral(x, last);
        return upper < lower ? Math.log(s / (r + s + x)) + lower + Math.log(lacking(upper - lower)) : -1e300;
    }

    /** 1 - e^d for d below 0. The exact function is slow, and needed only where the two are close; it took most of a fit. */
    private static double lacking(double d) {
        return d > -0.5 ? -Math.expm1(d) : 1 - Math.exp(d);
    }

    /** ln of (r+s+x) ∫ (α+u)^−(r+x) (β+u)^−(s+1) du, u from the time on without end. */
    private double logIntegral(int x, double time) {
        double a = alpha + time;
        double b = beta + time;
        double c = r + s + x + 1;
        return a >= b
                ? -s * Math.log(b) - (r + x) * Math.log(a) + Math.log(Hypergeometric.ofOne(r + x, c, (a - b) / a))
                : -(r + x - 1) * Math.log(a)
                        - (s + 1) * Math.log(b)
                        + Math.log(Hypergeometric.ofOne(s + 1, c, (b - a) / b));
    }

    /** The share of new customers who leave within so much time. */
    private double leftWithin(double time) {
        return -Math.expm1(-s * Math.log1p(time / beta));
    }

    @Override
    public double pAlive(PurchaseHistory history) {
        int x = history.repeats();
        double odds = logLeft(x, history.last(), history.observed()) - logStayed(x, history.observed());
        return 1 / (1 + Math.exp(odds));
    }

    @Override
    public double expected(PurchaseHistory history, double time) {
        PurchaseModel.requireTime(time);
        double rate = (r + history.repeats()) / (alpha + history.observed());
        return pAlive(history) * rate * timeThere(beta + history.observed(), time);
    }

    /**
     * The time of the n-th purchase u has u/(α+T+u) beta distributed with n and r+x, and the customer must be there then: the
     * integral over that fraction up to t/(α+T+t) of its density times ((β+T)/(β+T+u))^s.
     */
    @Override
    public double atLeast(PurchaseHistory history, int purchases, double time) {
        PurchaseModel.requireTime(time);
        if (purchases == 0 || time == 0) {
            return purchases == 0 ? 1 : 0;
        }
        double shape = r + history.repeats();
        double rate = alpha + history.observed();
        double leaving = beta + history.observed();
        BetaDistribution fraction = new BetaDistribution(purchases, shape);
        double chance = 0;
        double before = 0;
        for (int i = 1; i <= STRIPS; i++) {
            double to = time / (rate + time) * i / STRIPS;
            double middle = time / (rate + time) * (i - 0.5) / STRIPS;
            double until = fraction.cumulativeProbability(to);
            chance += (until - before) * Math.pow(leaving / (leaving + rate * middle / (1 - middle)), s);
            before = until;
        }
        return Math.clamp(pAlive(history) * chance, 0, 1);
    }

    @Override
    public double expectedOfNew(double time) {
        PurchaseModel.requireTime(time);
        return r / alpha * timeThere(beta, time);
    }

    /** How long of so much time a customer is expected to be there: finite at s = 1 too. */
    private double timeThere(double rate, double time) {
        double log = Math.log1p(time / rate);
        double power = (s - 1) * log;
        return Math.abs(power) < 1e-8 ? rate * log * (1 - power / 2) : rate * -Math.expm1(-power) / (s - 1);
    }
}
