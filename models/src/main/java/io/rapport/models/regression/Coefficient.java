package io.rapport.models.regression;

import org.hipparchus.special.Erf;

/**
 * What one column of a regression contributes.
 *
 * @param value by how much the linear predictor changes for one more of it
 * @param standardError from the information at the maximum
 */
public record Coefficient(String name, double value, double standardError) {
    public double z() {
        return value / standardError;
    }

    /** The probability of a coefficient as far from 0 by chance, by Wald's test. */
    public double p() {
        return Erf.erfc(Math.abs(z()) / Math.sqrt(2));
    }
}
