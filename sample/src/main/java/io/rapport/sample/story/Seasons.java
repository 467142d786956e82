package io.rapport.sample.story;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;

/** How busy a day is: week, season and growth, as factors around 1. */
public final class Seasons {
    private final Story story;

    public Seasons(Story story) {
        this.story = story;
    }

    /** People on the web site. */
    public double web(LocalDate day) {
        double week =
                switch (day.getDayOfWeek()) {
                    case MONDAY -> 0.60;
                    case TUESDAY -> 0.80;
                    case WEDNESDAY -> 0.90;
                    case THURSDAY -> 1.05;
                    case FRIDAY -> 1.35;
                    case SATURDAY -> 1.50;
                    case SUNDAY -> 0.80;
                };
        return week * year(day) * (story.inCampaign(day) ? 1.35 : 1);
    }

    /** People who buy. */
    public double orders(LocalDate day) {
        double week =
                switch (day.getDayOfWeek()) {
                    case MONDAY -> 0.12;
                    case TUESDAY -> 0.75;
                    case WEDNESDAY -> 0.85;
                    case THURSDAY -> 1.05;
                    case FRIDAY -> 1.40;
                    case SATURDAY -> 2.00;
                    case SUNDAY -> 0.83;
                };
        double mood = story.inQueueMonth(day) ? 0.62 : story.inCampaign(day) ? 1.25 : 1;
        return week * year(day) * mood;
    }

    /** The shop has its door shut on Mondays, on Christmas Day and on the day after. */
    public static boolean isClosed(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        return day.getDayOfWeek() == DayOfWeek.MONDAY
                || date.equals(MonthDay.of(12, 25))
                || date.equals(MonthDay.of(12, 26));
    }

    static boolean isChristmas(MonthDay date) {
        return date.getMonth() == Month.DECEMBER || date.getMonth() == Month.JANUARY && date.getDayOfMonth() <= 5;
    }

    static boolean isEaster(LocalDate day) {
        LocalDate sunday = easterSunday(day.getYear());
        return !day.isBefore(sunday.minusDays(16)) && !day.isAfter(sunday.plusDays(3));
    }

    static boolean isSummer(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        return !date.isBefore(MonthDay.of(6, 15)) && !date.isAfter(MonthDay.of(8, 31));
    }

    /** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Jones, Butcher). */
    static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int sum = h + l - 7 * m + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }

    private double year(LocalDate day) {
        double growth = 0.88 + 0.26 * story.progress(day);
        return growth * season(day);
    }

    private static double season(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        if (day.getMonth() == Month.DECEMBER) {
            return date.isAfter(MonthDay.of(12, 24)) ? 0.45 : 1.10 + 0.02 * day.getDayOfMonth();
        }
        if (day.getMonth() == Month.JANUARY) {
            return day.getDayOfMonth() <= 10 ? 0.70 : 0.88;
        }
        if (isEaster(day)) {
            return 1.25;
        }
        return isSummer(day) ? 0.86 : 1;
    }
}
