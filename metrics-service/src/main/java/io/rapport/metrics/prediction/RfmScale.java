package io.rapport.metrics.prediction;

import io.rapport.models.interval.Quantiles;
import java.util.List;

/**
 * From how recently, how often and for how much a customer bought to scores from 1 to 5 and a tier. Thresholds are the quintiles
 * over all customers when they were scored, so equal customers have equal scores, and none is moved by what others do meanwhile.
 *
 * <p>Source: A. M. Hughes, <i>Strategic Database Marketing</i>, 1994; quintiles by definition 7 of Hyndman and Fan.
 *
 * @param recency days since the last purchase: four thresholds, rising
 * @param frequency orders
 * @param monetary minor units
 */
record RfmScale(List<Double> recency, List<Double> frequency, List<Double> monetary) {
    private static final int PARTS = 5;

    static RfmScale of(double[] recency, double[] frequency, double[] monetary) {
        return new RfmScale(thresholds(recency), thresholds(frequency), thresholds(monetary));
    }

    private static List<Double> thresholds(double[] values) {
        Quantiles quantiles = Quantiles.of(values);
        return List.of(quantiles.at(0.2), quantiles.at(0.4), quantiles.at(0.6), quantiles.at(0.8));
    }

    /**
     * A customer's scores, 5 the best.
     *
     * @param tier in a word
     */
    record Scores(int recency, int frequency, int monetary, String tier) {
        /** Such as 545. */
        String text() {
            return "" + recency + frequency + monetary;
        }
    }

    Scores of(long days, long orders, long minor) {
        int r = PARTS + 1 - part(recency, days);
        int f = part(frequency, orders);
        return new Scores(r, f, part(monetary, minor), tier(r, f, orders));
    }

    private static int part(List<Double> thresholds, double value) {
        int part = 1;
        for (double threshold : thresholds) {
            part += value > threshold ? 1 : 0;
        }
        return part;
    }

    /** By how recently and how often: what was spent says how much a customer is worth, not how they are. */
    private static String tier(int recency, int frequency, long orders) {
        if (frequency >= 4) {
            return recency >= 4 ? "champion" : recency == 3 ? "loyal" : "at_risk";
        }
        if (recency >= 4) {
            return orders == 1 ? "new" : "promising";
        }
        return recency == 3 ? "needs_attention" : recency == 2 ? "hibernating" : "lost";
    }
}
