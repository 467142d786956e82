package io.rapport.models.purchase;

/**
 * All that the models of repeat buying need to know of a customer.
 *
 * @param repeats on how many days after the first the customer bought
 * @param last the time from the first purchase to the last; 0 where there was no other
 * @param observed the time from the first purchase to the end of observation, in the same unit
 */
public record PurchaseHistory(int repeats, double last, double observed) {
    /** More than any customer has days. */
    static final int MOST_REPEATS = 1_000_000;

    public PurchaseHistory {
        boolean ordered = last >= 0 && last <= observed && observed <= Double.MAX_VALUE;
        if (!ordered || repeats < 0 || repeats > MOST_REPEATS || repeats == 0 && last > 0 || repeats > 0 && last == 0) {
            throw new IllegalArgumentException(
                    repeats + " repeats, the last after " + last + ", in " + observed + " is not a history");
        }
    }
}
