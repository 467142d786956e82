package io.rapport.metrics.prediction;

import java.util.Map;

/**
 * What the churn model needs beside its coefficients.
 *
 * @param contractual whether it is of those with a subscription, who stop when it ends; else of those who buy, who stop when they
 *     haven't for a while
 * @param horizonDays within how many days it says that somebody stops
 * @param means of the columns over the customers it was fitted to: the average customer
 * @param intercept added to the log-odds after they were multiplied by the slope, as the back-test calls for
 * @param slope by which log-odds are multiplied
 * @param telling the columns that say something, with their coefficients without the others: reasons are made of these
 */
record ChurnScale(
        boolean contractual,
        int horizonDays,
        Map<String, Double> means,
        double intercept,
        double slope,
        Map<String, Double> telling) {

    /** Fits that were stored before tell of none. */
    ChurnScale {
        telling = telling == null ? Map.of() : telling;
    }

    double calibrated(double logOdds) {
        double eta = intercept + slope * logOdds;
        return eta >= 0 ? 1 / (1 + Math.exp(-eta)) : Math.exp(eta) / (1 + Math.exp(eta));
    }
}
