package io.rapport.metrics.prediction;

import io.rapport.models.regression.Logistic;
import java.util.List;
import java.util.Map;

/**
 * The risk that a customer stops within the horizon, with its reasons.
 *
 * @param risk calibrated, in [0, 1]
 */
record ChurnRisk(double risk, List<Reason> reasons) {

    /** By the fit of the churn model. */
    static ChurnRisk of(Fitting fitting, List<String> names, Reasons reasons, double[] row) {
        Map<String, Double> coefficients = fitting.parameters();
        double logOdds = coefficients.get(Logistic.INTERCEPT);
        for (int j = 0; j < row.length; j++) {
            Double weight = coefficients.get(names.get(j));
            logOdds += weight == null ? 0 : weight * row[j];
        }
        return new ChurnRisk(fitting.churn().calibrated(logOdds), reasons.of(row));
    }

    static ChurnRisk stopped(int days, int inactivityDays) {
        return new ChurnRisk(1, List.of(Reasons.stopped(days, inactivityDays)));
    }
}
