package io.rapport.sample.doing;

import io.rapport.sample.fact.Measurement;
import io.rapport.sample.story.Dice;
import io.rapport.sample.story.Story;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Followers at the end of each month, as the platforms report them. */
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
        List<Measurement> months = new ArrayList<>();
        long followers = start;
        for (LocalDate from = story.from(); from.isBefore(story.to()); from = nextMonth(from)) {
            LocalDate next = nextMonth(from);
            LocalDate to = next.isBefore(story.to()) ? next : story.to();
            followers += gain(from, monthlyGain);
            months.add(new Measurement(platform, "followers", from, to, Map.of("platform", platform), followers));
        }
        return months;
    }

    private long gain(LocalDate month, int usual) {
        if (story.inQueueMonth(month)) {
            return -usual / 2;
        }
        double boost = story.inCampaign(month.plusDays(14)) ? 3.2 : 1;
        return Math.round(usual * boost * (0.8 + 0.4 * dice.number()));
    }

    private static LocalDate nextMonth(LocalDate day) {
        return day.withDayOfMonth(1).plusMonths(1);
    }
}
