package io.rapport.models.purchase;

/**
 * All customers buy at one rate and nobody leaves: what can be said where there is too little for any model. Half a purchase is
 * added to what was seen (Jeffreys' prior), so that a business without repeat purchases isn't told that there never will be one.
 *
 * @param rate repeat purchases per customer and unit of time
 */
public record SteadyRate(double rate) implements PurchaseModel {
    static final String NAME = "one rate for all";

    static SteadyRate of(Histories customers) {
        double time = customers.observedTime();
        return new SteadyRate(time > 0 ? (customers.repeatPurchases() + 0.5) / time : 0);
    }

    /** 1: nobody leaves. */
    @Override
    public double pAlive(PurchaseHistory history) {
        return 1;
    }

    @Override
    public double expected(PurchaseHistory history, double time) {
        return expectedOfNew(time);
    }

    @Override
    public double atLeast(PurchaseHistory history, int purchases, double time) {
        return Counts.atLeast(purchases, expectedOfNew(time));
    }

    @Override
    public double expectedOfNew(double time) {
        PurchaseModel.requireTime(time);
        return rate * time;
    }
}
