package io.rapport.models.purchase;

/**
 * What a customer spent on the days after the first on which the customer bought.
 *
 * @param repeats how many such days, at least 1
 * @param mean what was spent on one of them on average, more than 0
 */
public record Spending(int repeats, double mean) {
    public Spending {
        if (repeats < 1 || !(mean > 0 && mean < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A mean of " + mean + " over " + repeats + " purchases says nothing");
        }
    }
}
