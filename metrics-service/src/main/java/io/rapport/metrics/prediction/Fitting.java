package io.rapport.metrics.prediction;

import io.rapport.models.fit.Estimate;
import io.rapport.models.fit.Fit;
import io.rapport.models.fit.Fitted;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is kept of a fit, and shown.
 *
 * @param model what answers questions: the model asked for, or what it fell back to
 * @param parameters of that
 * @param standardErrors of those that have one
 * @param logLikelihood null where nothing was maximised
 * @param customers how many it rests on
 * @param converged whether the model asked for has reached the maximum of its likelihood
 * @param fallback null where the model asked for is the one in use
 * @param backtest what the same model said of the last part of the period, of which it then knew nothing
 * @param churn what the churn model needs beside its coefficients; null of other models
 */
record Fitting(
        String model,
        Map<String, Double> parameters,
        Map<String, Double> standardErrors,
        Double logLikelihood,
        long customers,
        String timeUnit,
        boolean converged,
        Fallback fallback,
        Backtest backtest,
        ChurnScale churn) {

    /**
     * Why another model stands in for the one asked for.
     *
     * @param model what stands in
     * @param reason in words
     * @param tried where the fit of the model asked for ended; null where there was too little to try
     */
    record Fallback(String model, String reason, Map<String, Double> tried) {}

    static Fitting of(
            String inUse,
            Map<String, Double> parameters,
            Fitted<?> fitted,
            long customers,
            String timeUnit,
            Backtest backtest) {
        Fit fit = fitted.fit();
        boolean own = fit != null && parameters.equals(values(fit));
        return new Fitting(
                inUse,
                parameters,
                own ? errors(fit) : Map.of(),
                own ? finite(fit.logLikelihood()) : null,
                customers,
                timeUnit,
                fit != null && fit.converged(),
                fitted.isFallback()
                        ? new Fallback(
                                fitted.fellBackTo().model(),
                                fitted.fellBackTo().reason(),
                                fit == null || own ? null : values(fit))
                        : null,
                backtest,
                null);
    }

    private static Map<String, Double> values(Fit fit) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Estimate estimate : fit.estimates()) {
            values.put(estimate.name(), finite(estimate.value()));
        }
        return values;
    }

    private static Map<String, Double> errors(Fit fit) {
        Map<String, Double> errors = new LinkedHashMap<>();
        for (Estimate estimate : fit.estimates()) {
            errors.put(estimate.name(), estimate.standardError() == null ? null : finite(estimate.standardError()));
        }
        return errors;
    }

    static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
