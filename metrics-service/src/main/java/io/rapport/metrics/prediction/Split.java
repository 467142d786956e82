package io.rapport.metrics.prediction;

/**
 * How a period is parted for a back-test.
 *
 * @param first the day of the first purchase
 * @param cut the first day of the last part
 * @param end the day after the last
 */
record Split(int first, int cut, int end) {
    private static final int LEAST_DAYS = 28;
    private static final int MOST_HELD_OUT = 365;

    /** The last third, a year at most; null where the period is too short to be parted. */
    static Split of(int first, int end) {
        int days = end - first;
        return days < LEAST_DAYS ? null : new Split(first, end - Math.min(days / 3, MOST_HELD_OUT), end);
    }

    /** How long the last part is. */
    double weeks() {
        return (end - cut) / 7.0;
    }

    static String tooShort() {
        return "there are fewer than " + LEAST_DAYS + " days since the first purchase";
    }
}
