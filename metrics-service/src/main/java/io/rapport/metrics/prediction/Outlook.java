package io.rapport.metrics.prediction;

import io.rapport.models.purchase.PurchaseHistory;
import io.rapport.models.purchase.PurchaseModel;
import io.rapport.models.purchase.Range;
import io.rapport.models.purchase.SpendModel;
import io.rapport.models.purchase.Spending;

/**
 * What a customer is expected to buy.
 *
 * @param pAlive the probability of ever buying again
 * @param orderValue what a day's purchase is expected to be worth, in units of the currency; null where nothing is known of spending
 */
record Outlook(double pAlive, Expected in90, Expected in365, Double orderValue) {
    static final double LEVEL = 0.95;
    private static final double WEEK = 7;

    /** Purchases in a time: the mean, and between how many they are with 95 % probability. */
    record Expected(double purchases, Range range) {}

    static Outlook of(PurchaseModel model, PurchaseHistory history) {
        return new Outlook(model.pAlive(history), in(90, model, history), in(365, model, history), null);
    }

    /** @param spending of the customer; null where there is none to go by */
    Outlook worth(SpendModel model, Spending spending) {
        Double worth =
                model == null ? null : spending == null ? (Double) model.expectedOfNew() : model.expected(spending);
        return new Outlook(pAlive, in90, in365, worth);
    }

    private static Expected in(int days, PurchaseModel model, PurchaseHistory history) {
        double weeks = days / WEEK;
        return new Expected(model.expected(history, weeks), model.range(history, weeks, LEVEL));
    }

    Double value(Expected expected) {
        return orderValue == null ? null : (Double) (expected.purchases * orderValue);
    }
}
