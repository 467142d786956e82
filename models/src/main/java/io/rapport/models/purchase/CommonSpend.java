package io.rapport.models.purchase;

import java.util.Collection;

/**
 * What is said of spending where no model can be fitted: the mean of all purchases, counted beside the customer's own as if it
 * were one more of them.
 *
 * @param mean of all repeat purchases
 */
public record CommonSpend(double mean) implements SpendModel {
    static final String NAME = "the mean of all purchases";

    static CommonSpend of(Collection<Spending> customers) {
        double sum = 0;
        double purchases = 0;
        for (Spending customer : customers) {
            sum += customer.repeats() * customer.mean();
            purchases += customer.repeats();
        }
        return new CommonSpend(sum / purchases);
    }

    @Override
    public double expected(Spending spending) {
        int x = spending.repeats();
        return mean / (x + 1) + spending.mean() * x / (x + 1);
    }

    @Override
    public double expectedOfNew() {
        return mean;
    }
}
