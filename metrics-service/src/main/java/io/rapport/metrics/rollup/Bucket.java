package io.rapport.metrics.rollup;

import java.time.LocalDate;

/** A day or a month of a business. */
record Bucket(String grain, LocalDate from) {
    static final String DAY = "d";
    static final String MONTH = "m";

    static Bucket day(LocalDate day) {
        return new Bucket(DAY, day);
    }

    boolean isDay() {
        return grain.equals(DAY);
    }

    /** The first day after it. */
    LocalDate to() {
        return isDay() ? from.plusDays(1) : from.plusMonths(1);
    }

    /** The month in which a day lies. */
    static Bucket monthOf(Bucket day) {
        return new Bucket(MONTH, day.from.withDayOfMonth(1));
    }
}
