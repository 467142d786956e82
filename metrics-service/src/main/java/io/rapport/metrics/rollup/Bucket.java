package io.rapport.metrics.rollup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** A day or a month of a business. */
record Bucket(String grain, LocalDate from) {
    static final String DAY = "d";
    static final String MONTH = "m";

    /** Those in which a moment lies. */
    static List<Bucket> of(Instant moment, ZoneId zone) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        return List.of(new Bucket(DAY, day), new Bucket(MONTH, day.withDayOfMonth(1)));
    }
}
