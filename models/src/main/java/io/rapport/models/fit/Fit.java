package io.rapport.models.fit;

import java.util.List;
import java.util.NoSuchElementException;

/**
 * What a fit by maximum likelihood says of itself.
 *
 * @param estimates the parameters, in the model's order
 * @param logLikelihood at the estimates
 * @param n how many customers (or other units) were counted
 * @param evaluations how often the log-likelihood was computed
 * @param converged whether a maximum was reached: the gradient is as good as zero, and the curvature is that of a maximum
 */
public record Fit(List<Estimate> estimates, double logLikelihood, long n, int evaluations, boolean converged) {
    public Fit {
        estimates = List.copyOf(estimates);
    }

    public double value(String name) {
        return find(name).value();
    }

    /** Null where nothing can be said of it. */
    public Double standardError(String name) {
        return find(name).standardError();
    }

    private Estimate find(String name) {
        return estimates.stream()
                .filter(estimate -> estimate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no parameter " + name));
    }
}
