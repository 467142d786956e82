package io.rapport.metrics.prediction;

import io.rapport.metrics.business.Business;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** When a business's models are fitted anew: in the night of its own time zone, not all of a zone's businesses at once. */
final class Nights {
    private static final LocalTime FIRST = LocalTime.of(1, 0);
    private static final int SPREAD_MINUTES = 180;

    private Nights() {}

    /** The next such time after now. */
    static Instant next(Business business, Instant now) {
        int minutes = Math.floorMod(business.id().hashCode(), SPREAD_MINUTES);
        LocalDate today = LocalDate.ofInstant(now, business.zone());
        ZonedDateTime tonight = ZonedDateTime.of(today, FIRST.plusMinutes(minutes), business.zone());
        ZonedDateTime next = tonight.toInstant().isAfter(now) ? tonight : tonight.plusDays(1);
        return next.toInstant();
    }
}
