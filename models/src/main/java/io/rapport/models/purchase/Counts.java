package io.rapport.models.purchase;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/** Probabilities of buying at least so often in a time, without leaving. */
final class Counts {
    private Counts() {}

    /** Where the rate has a gamma distribution: P(K ≥ k) of a negative binomial K. */
    static double atLeast(int purchases, double shape, double rate, double time) {
        return purchases == 0 ? 1 : time == 0 ? 0 : Beta.regularizedBeta(time / (rate + time), purchases, shape);
    }

    /** Where the mean number is known: P(K ≥ k) of a Poisson distributed K. */
    static double atLeast(int purchases, double mean) {
        return purchases == 0 ? 1 : mean == 0 ? 0 : Gamma.regularizedGammaP(purchases, mean);
    }
}
