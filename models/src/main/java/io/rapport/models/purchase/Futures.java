package io.rapport.models.purchase;

import org.hipparchus.special.Gamma;

/**
 * How many purchases to expect in a time of a customer who is there at its beginning, who buys at a rate with a gamma
 * distribution, and who leaves after each purchase with a probability that has a beta distribution.
 *
 * <p>The k-th purchase happens if at least k times fall in that time and the customer stayed on after the k − 1 before: the sum
 * over k of P(K ≥ k) · E[(1 − p)^(k−1)], K negative binomial. All terms are positive, so nothing cancels. P. S. Fader, B. G. S.
 * Hardie, K. L. Lee, <i>"Counting your customers" the easy way</i>, Marketing Science 24 (2005), equation 10, has the same as a
 * hypergeometric function over a − 1, which is 0/0 at a = 1 and loses its digits nearby.
 */
final class Futures {
    private static final double NOTHING = 1e-17;
    private static final double AS_GOOD_AS_IMPOSSIBLE = -100;
    private static final int MOST_TERMS = 50_000_000;

    private Futures() {}

    /**
     * @param shape of the rate's gamma distribution
     * @param rate its inverse scale
     * @param a of the beta distribution of leaving: E[(1 − p)^k] falls with it
     * @param b of the beta distribution
     */
    static double expected(double shape, double rate, double a, double b, double time) {
        if (time == 0) {
            return 0;
        }
        double q = time / (rate + time);
        // The first terms may be so small that they are zero to the computer, and so would be all that follow from
        // them.
        int mode = (int) Math.min(MOST_TERMS, Math.max(0, Math.floor((shape - 1) * time / rate)));
        int from = lowest(shape, rate, q, time, mode);
        double mass = Math.exp(logMass(shape, rate, q, time, from));
        double stayed = 1;
        double bought = 0;
        for (int k = 0; k < from; k++) {
            bought += stayed;
            stayed *= (b + k) / (a + b + k);
        }
        double sum = 0;
        for (int k = from; k < MOST_TERMS; k++) {
            sum += mass * bought;
            if (k > mode && mass * (bought + 1) < NOTHING * (sum + NOTHING) * (1 - q)) {
                break;
            }
            bought += stayed;
            stayed *= (b + k) / (a + b + k);
            mass *= (shape + k) / (k + 1) * q;
        }
        return sum;
    }

    /** The first number of purchases that is not as good as impossible; the chance rises up to the mode. */
    private static int lowest(double shape, double rate, double q, double time, int mode) {
        int impossible = -1;
        int possible = mode;
        while (possible - impossible > 1) {
            int middle = (impossible + possible) / 2;
            if (logMass(shape, rate, q, time, middle) < AS_GOOD_AS_IMPOSSIBLE) {
                impossible = middle;
            } else {
                possible = middle;
            }
        }
        return possible;
    }

    /** ln P(K = k), K the number of purchases without leaving. */
    private static double logMass(double shape, double rate, double q, double time, int k) {
        return Gamma.logGamma(shape + k)
                - Gamma.logGamma(shape)
                - Gamma.logGamma(k + 1.0)
                + k * Math.log(q)
                - shape * Math.log1p(time / rate);
    }
}
