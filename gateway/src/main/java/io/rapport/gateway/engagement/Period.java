package io.rapport.gateway.engagement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** From a day to the day after the last, in the business's time zone. */
record Period(LocalDate from, LocalDate to) {
    static final int LONGEST_DAYS = 3_660;
    private static final int DEFAULT_DAYS = 28;
    private static final int MOST_DAILY = 62;
    private static final int MOST_WEEKLY = 371;

    /** The last four weeks that are over; a side that is given stays. */
    static Period of(LocalDate from, LocalDate to, LocalDate today) {
        LocalDate end = to == null ? today : to;
        return new Period(from == null ? end.minusDays(DEFAULT_DAYS) : from, end);
    }

    long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** Steps that give a curve of some tens of points. */
    String interval() {
        return days() <= MOST_DAILY ? "day" : days() <= MOST_WEEKLY ? "week" : "month";
    }
}
