package io.rapport.metrics.rollup;

import io.rapport.metrics.business.Business;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A day or a month of a business. */
record Bucket(String grain, LocalDate from) {
    static final String DAY = "d";
    static final String MONTH = "m";

    /** Those in which a moment lies; none where what is kept of them no longer follows the events. */
    static List<Bucket> of(Instant moment, Business business) {
        LocalDate day = moment.atZone(business.zone()).toLocalDate();
        return !business.derives(day)
                ? List.of()
                : List.of(new Bucket(DAY, day), new Bucket(MONTH, day.withDayOfMonth(1)));
    }
}
