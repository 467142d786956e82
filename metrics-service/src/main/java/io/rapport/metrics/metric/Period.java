package io.rapport.metrics.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Whole days in the business's own time zone.
 *
 * @param from the first day
 * @param to the day after the last
 */
public record Period(LocalDate from, LocalDate to) {

    /** The last so many full days before today. */
    static Period lastDays(int days, LocalDate today) {
        return new Period(today.minusDays(days), today);
    }

    /** The moment at which the period begins: midnight, or what a change of the clocks has made of it. */
    public Instant start(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    public Instant end(ZoneId zone) {
        return to.atStartOfDay(zone).toInstant();
    }

    /** The period of the same length just before: by months where it is whole months, else by days. */
    Period previous() {
        if (from.getDayOfMonth() == 1 && to.getDayOfMonth() == 1) {
            long months = ChronoUnit.MONTHS.between(from, to);
            return new Period(from.minusMonths(months), from);
        }
        return new Period(from.minusDays(ChronoUnit.DAYS.between(from, to)), from);
    }

    /** The same days a year before. */
    Period yearBefore() {
        return new Period(from.minusYears(1), to.minusYears(1));
    }
}
