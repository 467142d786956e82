package io.rapport.models.purchase;

/**
 * Customers with the same history where there is one chance to buy in each period.
 *
 * @param repeats in how many periods they bought
 * @param last in which they did so last, from 1; 0 for never
 * @param periods how many there were
 * @param customers how many customers they are
 */
public record Chances(int repeats, int last, int periods, long customers) {
    public Chances {
        boolean ordered = 0 <= repeats && repeats <= last && last <= periods && customers >= 0;
        if (!ordered || repeats == 0 && last > 0) {
            throw new IllegalArgumentException(
                    repeats + " purchases, the last in " + last + " of " + periods + " is not a history");
        }
    }
}
