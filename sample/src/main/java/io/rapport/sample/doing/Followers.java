package io.rapport.sample.doing;

import io.rapport.sample.fact.Measurement;
import io.rapport.sample.story.Dice;
import io.rapport.sample.story.Story;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Followers as the platforms show them: read on the first day, on the first of each month, and on the last day. */
final class Followers {
    private final Story story;
    private final Dice dice;

    Followers(Story story, long seed) {
        this.story = story;
        this.dice = new Dice(seed, "followers");
    }

    List<Measurement> measurements() {
        List<Measurement> measurements = new ArrayList<>();
        measurements.addAll(of("instagram", 2140, 62));
        measurements.addAll(of("facebook", 1730, 18));
        return measurements;
    }

    private List<Measurement> of(String platform, long start, int monthlyGain) {
        LocalDate last = story.to().minusDays(1);
        List<Measurement> readings = new ArrayList<>();
        long followers = start;
        LocalDate day = story.from();
        while (day.isBefore(last)) {
            readings.add(reading(platform, day, followers));
            LocalDate firstOfNext = day.withDayOfMonth(1).plusMonths(1);
            LocalDate next = firstOfNext.isBefore(last) ? firstOfNext : last;
            followers += gain(day, next, monthlyGain);
            day = next;
        }
        readings.add(reading(platform, last, followers));
        return readings;
    }

    private static Measurement reading(String platform, LocalDate day, long followers) {
        Instant at = Story.at(day, LocalTime.MIDNIGHT);
        return new Measurement(platform, "followers", at, at, Map.of("platform", platform), followers);
    }

    private long gain(LocalDate from, LocalDate to, int monthly) {
        double months = ChronoUnit.DAYS.between(from, to) / 30.0;
        if (story.inQueueMonth(from)) {
            return Math.round(-0.5 * monthly * months);
        }
        double boost = story.inCampaign(from.plusDays(14)) ? 3.2 : 1;
        return Math.round(monthly * months * boost * (0.8 + 0.4 * dice.number()));
    }
}
