package io.rapport.models.purchase;

/**
 * How many purchases a customer makes in a time, but for a small chance on either side.
 *
 * @param low exceeded or reached with a chance of at least (1 + level) / 2
 * @param high not exceeded with a chance of at least (1 + level) / 2
 */
public record Range(int low, int high) {
    private static final int MOST = 1_000_000;

    static Range of(PurchaseModel model, PurchaseHistory history, double time, double level) {
        double tail = (1 - level) / 2;
        return new Range(least(model, history, time, tail), least(model, history, time, 1 - tail));
    }

    /** The least number that isn't exceeded with this chance. */
    private static int least(PurchaseModel model, PurchaseHistory history, double time, double chance) {
        int below = -1;
        int enough = 0;
        while (enough < MOST && model.atLeast(history, enough + 1, time) > 1 - chance) {
            below = enough;
            enough = 2 * enough + 1;
        }
        while (enough - below > 1) {
            int middle = (below + enough) / 2;
            if (model.atLeast(history, middle + 1, time) > 1 - chance) {
                below = middle;
            } else {
                enough = middle;
            }
        }
        return enough;
    }
}
