package io.rapport.models.purchase;

/** What a model of repeat buying says of a customer. Times are in the unit of the histories that it was fitted to. */
public sealed interface PurchaseModel permits BgNbd, ParetoNbd, Nbd, SteadyRate {
    /** The probability that a customer with this history will ever buy again, in [0, 1]. */
    double pAlive(PurchaseHistory history);

    /** How many purchases are to be expected of the customer in so much time from now on; never negative. */
    double expected(PurchaseHistory history, double time);

    /** The probability that the customer buys at least so often in so much time from now on, in [0, 1]. */
    double atLeast(PurchaseHistory history, int purchases, double time);

    /** Between how many purchases it will be in so much time, with a probability of at least the level. */
    default Range range(PurchaseHistory history, double time, double level) {
        requireTime(time);
        return Range.of(this, history, time, level);
    }

    /** How many repeat purchases are to be expected of a new customer in so much time after the first purchase. */
    double expectedOfNew(double time);

    /** @throws IllegalArgumentException where it isn't a length of time */
    static void requireTime(double time) {
        if (!(time >= 0 && time < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(time + " is not a length of time");
        }
    }
}
