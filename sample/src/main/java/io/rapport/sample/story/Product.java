package io.rapport.sample.story;

import java.time.LocalDate;
import java.time.MonthDay;

/** Something the bakery sells: its slug, its price in cents, how well it sells, and in which part of the year. */
public record Product(String slug, String name, String section, int cents, double popularity, Period season) {

    public String path() {
        return "/" + section + "/" + slug;
    }

    boolean soldOn(LocalDate day, Story story) {
        return switch (season) {
            case CAMPAIGN -> story.inCampaign(day);
            case CHRISTMAS -> Seasons.isChristmas(MonthDay.from(day)) && day.getMonthValue() == 12;
            case EASTER -> Seasons.isEaster(day);
            case SUMMER -> Seasons.isSummer(day);
            case NORMAL, QUEUE_MONTH -> true;
        };
    }
}
