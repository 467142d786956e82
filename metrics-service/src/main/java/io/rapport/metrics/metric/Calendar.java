package io.rapport.metrics.metric;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** The intervals into which a series parts a period. */
enum Calendar {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** The first days of the intervals that the period touches, cut to the period, and its end: one more than intervals. */
    List<LocalDate> bounds(Period period, DayOfWeek weekStart) {
        List<LocalDate> bounds = new ArrayList<>();
        bounds.add(period.from());
        LocalDate next = after(start(period.from(), weekStart));
        while (next.isBefore(period.to())) {
            bounds.add(next);
            next = after(next);
        }
        bounds.add(period.to());
        return bounds;
    }

    /** About how many intervals the period has: never fewer than {@link #bounds} would give. */
    long estimate(Period period) {
        long days = ChronoUnit.DAYS.between(period.from(), period.to());
        return 2
                + days
                        / switch (this) {
                            case DAY -> 1;
                            case WEEK -> 7;
                            case MONTH -> 28;
                            case QUARTER -> 90;
                            case YEAR -> 365;
                        };
    }

    private LocalDate start(LocalDate day, DayOfWeek weekStart) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(weekStart));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private LocalDate after(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(3);
            case YEAR -> start.plusYears(1);
        };
    }
}
