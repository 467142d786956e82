package io.rapport.sample.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The year that is told: the twelve months up to yesterday, with the spring campaign and the month of long queues laid
 * relative to today, so that both always lie inside it.
 */
public final class Story {
    public static final ZoneId ZONE = ZoneId.of("Europe/Dublin");
    public static final String CAMPAIGN = "spring-sourdough";
    private static final int CAMPAIGN_DAYS = 45;

    private final LocalDate from;
    private final LocalDate to;
    private final YearMonth queueMonth;
    private final LocalDate campaignFrom;
    private final List<LocalDate> days;

    public Story(LocalDate today) {
        YearMonth thisMonth = YearMonth.from(today);
        from = today.minusYears(1);
        to = today;
        queueMonth = thisMonth.minusMonths(3);
        campaignFrom = thisMonth.minusMonths(8).atDay(10);
        days = from.datesUntil(to).toList();
    }

    /** The first day. */
    public LocalDate from() {
        return from;
    }

    /** The day after the last. */
    public LocalDate to() {
        return to;
    }

    public List<LocalDate> days() {
        return days;
    }

    /** The month in which queues are long and the web shop is slow. */
    public YearMonth queueMonth() {
        return queueMonth;
    }

    public LocalDate campaignFrom() {
        return campaignFrom;
    }

    /** The day after the campaign's last. */
    public LocalDate campaignTo() {
        return campaignFrom.plusDays(CAMPAIGN_DAYS);
    }

    public boolean inQueueMonth(LocalDate day) {
        return YearMonth.from(day).equals(queueMonth);
    }

    /** Whether the month before was the bad one: its disappointment is still felt. */
    public boolean afterQueueMonth(LocalDate day) {
        return YearMonth.from(day).minusMonths(1).equals(queueMonth);
    }

    public boolean inCampaign(LocalDate day) {
        return !day.isBefore(campaignFrom) && day.isBefore(campaignTo());
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from.atStartOfDay(ZONE).toInstant())
                && instant.isBefore(to.atStartOfDay(ZONE).toInstant());
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    /** How much of the year has passed, from 0 to 1. */
    public double progress(LocalDate day) {
        return ChronoUnit.DAYS.between(from, day) / (double) days.size();
    }

    /** The days of the year that belong to a period. */
    public List<LocalDate> days(Period period) {
        List<LocalDate> found = days.stream().filter(day -> isIn(day, period)).toList();
        // Easter moves: some years of twelve months have none. Its talk then falls in April.
        return found.isEmpty()
                ? days.stream().filter(day -> day.getMonth() == Month.APRIL).toList()
                : found;
    }

    public static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    private boolean isIn(LocalDate day, Period period) {
        return switch (period) {
            case NORMAL -> !inQueueMonth(day);
            case QUEUE_MONTH -> inQueueMonth(day);
            case CAMPAIGN -> inCampaign(day);
            case CHRISTMAS -> Seasons.isChristmas(MonthDay.from(day));
            case EASTER -> Seasons.isEaster(day);
            case SUMMER -> Seasons.isSummer(day) && !inQueueMonth(day);
        };
    }
}
