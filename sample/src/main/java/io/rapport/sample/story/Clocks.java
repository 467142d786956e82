package io.rapport.sample.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** At what time of day things happen. */
public final class Clocks {
    private static final int[] WEB = {0, 0, 0, 0, 0, 1, 3, 6, 8, 8, 7, 7, 8, 7, 5, 5, 5, 6, 7, 8, 9, 8, 5, 0};
    private static final int[] SHOP = {0, 0, 0, 0, 0, 0, 0, 0, 9, 13, 14, 13, 14, 11, 7, 6, 5, 0, 0, 0, 0, 0, 0, 0};

    private Clocks() {}

    /** Online: morning, lunch and above all the evening, over before eleven at night. */
    public static Instant online(LocalDate day, Dice dice) {
        return Story.at(day, time(WEB, dice));
    }

    /** In the shop: while it is open, from eight to five. */
    public static Instant inShop(LocalDate day, Dice dice) {
        return Story.at(day, time(SHOP, dice));
    }

    private static LocalTime time(int[] weights, Dice dice) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        double rest = dice.number() * sum;
        int hour = 0;
        while (rest >= weights[hour]) {
            rest -= weights[hour++];
        }
        return LocalTime.of(hour, dice.between(0, 59), dice.between(0, 59));
    }
}
