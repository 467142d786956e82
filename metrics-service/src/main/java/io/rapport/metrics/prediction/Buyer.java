package io.rapport.metrics.prediction;

import io.rapport.models.purchase.PurchaseHistory;
import io.rapport.models.purchase.Spending;

/**
 * What one customer bought, by the business's days. A day's purchases are one; the first is not a repeat; weeks are days / 7.
 *
 * @param days on which there was a purchase, counted from 1970-01-01, in order
 * @param orders how many each of them had
 * @param minor what was spent on each, in minor units of the business's currency; {@link #UNKNOWN} where that can't be said
 */
record Buyer(String customer, int[] days, int[] orders, long[] minor) {
    static final long UNKNOWN = Long.MIN_VALUE;
    private static final double WEEK = 7;

    int firstDay() {
        return days[0];
    }

    int lastDay() {
        return days[days.length - 1];
    }

    /** How many days with a purchase lie before the day. */
    int daysBefore(int day) {
        int count = 0;
        while (count < days.length && days[count] < day) {
            count++;
        }
        return count;
    }

    /** As it is seen when the day before this one is over; null for who hadn't bought yet. */
    PurchaseHistory historyBefore(int day) {
        int count = daysBefore(day);
        return count == 0
                ? null
                : new PurchaseHistory(
                        count - 1, (days[count - 1] - days[0]) / WEEK, Math.max(0, day - 1 - days[0]) / WEEK);
    }

    /** What repeat days before the day were worth; null where there was none, or they were worth nothing. */
    Spending spendingBefore(int day, double unit) {
        return spending(1, daysBefore(day), unit);
    }

    /** The same of days from one on; the very first is left out in any case. */
    Spending spendingFrom(int day, double unit) {
        return spending(Math.max(1, daysBefore(day)), days.length, unit);
    }

    private Spending spending(int from, int to, double unit) {
        int known = 0;
        double sum = 0;
        for (int i = from; i < to; i++) {
            if (minor[i] != UNKNOWN) {
                known++;
                sum += minor[i];
            }
        }
        return known == 0 || sum <= 0 ? null : new Spending(known, sum / unit / known);
    }

    long ordersBefore(int day) {
        long sum = 0;
        for (int i = 0; i < daysBefore(day); i++) {
            sum += orders[i];
        }
        return sum;
    }

    /** In minor units, of days of which it is known. */
    long spentBefore(int day) {
        long sum = 0;
        for (int i = 0; i < daysBefore(day); i++) {
            sum += minor[i] == UNKNOWN ? 0 : minor[i];
        }
        return sum;
    }
}
