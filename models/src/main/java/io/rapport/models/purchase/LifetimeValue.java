package io.rapport.models.purchase;

/**
 * What a customer's purchases from now on are worth today: period by period what is expected to be bought, at what one purchase
 * is expected to be worth, discounted to now.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, K. L. Lee, <i>RFM and CLV: using iso-value curves for customer base analysis</i>,
 * Journal of Marketing Research 42 (2005), by discrete periods.
 *
 * @param periods how many, counted from now
 * @param length of one, in the unit of the histories
 * @param discount of one period, such as 0.01 for 1 %
 */
public record LifetimeValue(int periods, double length, double discount) {
    public LifetimeValue {
        if (periods < 1
                || periods > 1_200
                || !(length > 0)
                || !(discount > -1)
                || discount == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    periods + " periods of " + length + " at a discount of " + discount + " make no horizon");
        }
    }

    /** Of a customer, by what one purchase is worth. */
    public double of(PurchaseModel purchases, PurchaseHistory history, double worth) {
        double value = 0;
        double before = 0;
        for (int i = 1; i <= periods; i++) {
            double until = purchases.expected(history, i * length);
            value += Math.max(0, until - before) / Math.pow(1 + discount, i);
            before = until;
        }
        return value * worth;
    }
}
