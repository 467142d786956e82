package io.rapport.sample.saying;

import io.rapport.sample.story.Clocks;
import io.rapport.sample.story.Dice;
import io.rapport.sample.story.Period;
import io.rapport.sample.story.Seasons;
import io.rapport.sample.story.Story;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** When in a period something is said: most on days on which much is bought, some until after supper. */
final class Moments {
    private final Seasons seasons;
    private final Dice dice;
    private final Map<Period, List<LocalDate>> days = new EnumMap<>(Period.class);

    Moments(Story story, Dice dice) {
        this.seasons = new Seasons(story);
        this.dice = dice;
        for (Period period : Period.values()) {
            days.put(period, story.days(period));
        }
    }

    Instant in(Period period) {
        return Clocks.online(day(period), dice);
    }

    LocalDate day(Period period) {
        return dice.pick(days.get(period), day -> 0.3 + seasons.orders(day));
    }
}
