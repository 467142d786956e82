package io.rapport.metrics.value;

import io.rapport.metrics.metric.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How many years a period has: whole ones as the calendar has them, and what is left as a part of the next one. */
final class Years {
    private Years() {}

    static double of(Period period) {
        long whole = ChronoUnit.YEARS.between(period.from(), period.to());
        LocalDate since = period.from().plusYears(whole);
        double next = ChronoUnit.DAYS.between(since, period.from().plusYears(whole + 1));
        return whole + ChronoUnit.DAYS.between(since, period.to()) / next;
    }
}
