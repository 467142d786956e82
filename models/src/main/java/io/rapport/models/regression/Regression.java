package io.rapport.models.regression;

import java.util.List;
import java.util.NoSuchElementException;

/**
 * A fitted regression.
 *
 * @param coefficients in the order of the columns, an intercept first where there is one
 * @param logLikelihood at the maximum, without any penalty
 * @param nullLogLikelihood of the model without columns
 * @param converged whether the maximum was reached
 * @param fellBackTo what was done where there is no maximum (a column tells the outcomes apart, or follows from others), and why;
 *     null where nothing had to be
 */
public record Regression(
        List<Coefficient> coefficients,
        double logLikelihood,
        double nullLogLikelihood,
        long n,
        boolean converged,
        String fellBackTo) {
    public Regression {
        coefficients = List.copyOf(coefficients);
    }

    public Coefficient coefficient(String name) {
        return coefficients.stream()
                .filter(coefficient -> coefficient.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no column " + name));
    }
}
