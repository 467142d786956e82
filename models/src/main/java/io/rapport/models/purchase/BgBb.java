package io.rapport.models.purchase;

import io.rapport.models.fit.Fit;
import io.rapport.models.fit.Fitted;
import io.rapport.models.fit.Maximum;
import java.util.Collection;
import java.util.List;
import org.hipparchus.special.Beta;

/**
 * The BG/BB model, of buying where there is one chance to in each period: a customer who is there takes it with a probability
 * that is beta distributed ({@code alpha}, {@code beta}), and leaves before each period with one that is so ({@code gamma},
 * {@code delta}).
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, J. Shang, <i>Customer-base analysis in a discrete-time noncontractual setting</i>,
 * Marketing Science 29 (2010), equations 5, 11 and 13; the sums over periods are left as sums, where theirs has γ − 1 below.
 */
public record BgBb(double alpha, double beta, double gamma, double delta) {
    private static final double NEXT_TO_NOBODY = 1e-3;
    private static final double ENDLESS = 1e4;

    /**
     * Falls back to buying with one probability by customers who never leave, where there is too little to fit or nobody seems
     * to leave or to differ.
     */
    public static Fitted<BgBb> fit(Collection<Chances> customers) {
        long n = customers.stream().mapToLong(Chances::customers).sum();
        double chances = customers.stream()
                .mapToDouble(c -> (double) c.customers() * c.periods())
                .sum();
        double bought = customers.stream()
                .mapToDouble(c -> (double) c.customers() * c.repeats())
                .sum();
        BgBb steady = steady(bought, chances);
        if (n < 2 || bought < 10) {
            return Fitted.instead(
                    steady,
                    null,
                    "one probability for all",
                    "only " + (long) bought + " purchases by " + n + " customers");
        }
        Fit fit = Maximum.find(
                List.of("alpha", "beta", "gamma", "delta"),
                new double[] {1, 1, 0.5, 2},
                n,
                p -> logLikelihood(customers, new BgBb(p[0], p[1], p[2], p[3])));
        BgBb model = new BgBb(fit.value("alpha"), fit.value("beta"), fit.value("gamma"), fit.value("delta"));
        boolean bounded = fit.estimates().stream().allMatch(estimate -> estimate.value() < ENDLESS);
        boolean leaving = model.gamma / (model.gamma + model.delta) > NEXT_TO_NOBODY;
        return fit.converged() && bounded && leaving
                ? Fitted.of(model, fit)
                : Fitted.instead(
                        steady,
                        fit,
                        "one probability for all",
                        leaving ? "the likelihood has no maximum in reach" : "nobody seems to leave");
    }

    /** So many times as sure of it as it is likely, and of nobody's leaving. */
    private static BgBb steady(double bought, double chances) {
        double share = (bought + 0.5) / (chances + 1);
        return new BgBb(share * 1e9, (1 - share) * 1e9, 1e-9, 1);
    }

    public static double logLikelihood(Collection<Chances> customers, BgBb model) {
        return customers.stream()
                .mapToDouble(history -> history.customers() * model.logLikelihood(history))
                .sum();
    }

    private double logLikelihood(Chances history) {
        int x = history.repeats();
        double stayed = logBought(x, history.periods()) + logThere(history.periods());
        double sum = 1;
        for (int i = history.last(); i < history.periods(); i++) {
            sum += Math.exp(logBought(x, i) + logLeft(i) - stayed);
        }
        return stayed + Math.log(sum);
    }

    /** Whether the customer will be there at the next chance. */
    public double pAlive(Chances history) {
        return Math.exp(logBought(history.repeats(), history.periods())
                + logThere(history.periods() + 1)
                - logLikelihood(history));
    }

    /** How many of the next chances the customer is expected to take. */
    public double expected(Chances history, int next) {
        double factor = Beta.logBeta(alpha + history.repeats() + 1, beta + history.periods() - history.repeats())
                - Beta.logBeta(alpha, beta)
                - logLikelihood(history);
        double sum = 0;
        for (int i = 1; i <= next; i++) {
            sum += Math.exp(factor + logThere(history.periods() + i));
        }
        return sum;
    }

    private double logBought(int repeats, int periods) {
        return Beta.logBeta(alpha + repeats, beta + periods - repeats) - Beta.logBeta(alpha, beta);
    }

    private double logThere(int periods) {
        return Beta.logBeta(gamma, delta + periods) - Beta.logBeta(gamma, delta);
    }

    /** Leaves before the period after so many. */
    private double logLeft(int periods) {
        return Beta.logBeta(gamma + 1, delta + periods) - Beta.logBeta(gamma, delta);
    }
}
