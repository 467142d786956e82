package io.rapport.models.retention;

/** What a model of contracts says. Periods are those between two opportunities to leave, counted from 1. */
public sealed interface RetentionModel permits ShiftedBetaGeometric, ConstantChurn {
    /** The share still there after so many periods. */
    double survival(int periods);

    /** The share of those there after the period before who renew at the end of this one. */
    double retention(int period);

    /**
     * How many renewals are to be expected within a horizon of a customer who has renewed so often, each discounted to now.
     *
     * @param horizon how many opportunities to come are counted
     * @param discount of one period, such as 0.01 for 1 %
     */
    default double discountedRenewals(int renewed, int horizon, double discount) {
        if (renewed < 0 || horizon < 0 || !(discount > -1)) {
            throw new IllegalArgumentException(renewed + " renewals and " + horizon + " to come at " + discount);
        }
        double there = 1;
        double sum = 0;
        for (int i = 1; i <= horizon; i++) {
            there *= retention(renewed + i);
            sum += there / Math.pow(1 + discount, i);
        }
        return sum;
    }
}
