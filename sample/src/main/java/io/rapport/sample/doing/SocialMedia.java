package io.rapport.sample.doing;

import io.rapport.sample.fact.Event;
import io.rapport.sample.fact.EventBuilder;
import io.rapport.sample.story.Clocks;
import io.rapport.sample.story.Dice;
import io.rapport.sample.story.Ids;
import io.rapport.sample.story.Story;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the bakery's own posts were met with, as the platforms count it: day by day for four days after each. */
final class SocialMedia {
    private record Platform(String name, double reach, double comments) {}

    private static final List<Platform> PLATFORMS =
            List.of(new Platform("instagram", 620, 0.9), new Platform("facebook", 380, 0.6));
    private static final List<String> TYPES = List.of("photo", "photo", "video", "text");
    private static final double[] FADING = {1, 0.45, 0.2, 0.08};

    private final Story story;
    private final Dice dice;
    private final Ids ids = new Ids("social");
    private final List<Event> events = new ArrayList<>();

    SocialMedia(Story story, long seed) {
        this.story = story;
        this.dice = new Dice(seed, "social media");
    }

    List<Event> events() {
        for (Platform platform : PLATFORMS) {
            for (LocalDate day : story.days()) {
                if (dice.chance(story.inCampaign(day) ? 0.65 : 0.36)) {
                    post(platform, day);
                }
            }
        }
        return events;
    }

    private void post(Platform platform, LocalDate day) {
        String post = platform.name() + "-" + day;
        String type = dice.pick(TYPES);
        double growth = 0.85 + 0.4 * story.progress(day);
        double appeal = dice.spread(growth * (story.inCampaign(day) ? 1.9 : 1), 0.35);
        for (int after = 0; after < FADING.length; after++) {
            LocalDate seenOn = day.plusDays(after);
            if (story.contains(seenOn)) {
                count(platform, post, type, seenOn, appeal * FADING[after]);
            }
        }
    }

    private void count(Platform platform, String post, String type, LocalDate day, double appeal) {
        int impressions = 1 + (int) (platform.reach() * appeal);
        int reactions = dice.poisson(impressions * (story.inQueueMonth(day) ? 0.020 : 0.042));
        int comments = dice.poisson(platform.comments() * appeal * (story.inQueueMonth(day) ? 3.5 : 1.2));
        int shares = dice.poisson(impressions * 0.003);
        add("social_impression", platform, post, type, day, impressions);
        add("social_reaction", platform, post, type, day, reactions);
        add("social_comment", platform, post, type, day, comments);
        add("social_share", platform, post, type, day, shares);
    }

    private void add(String event, Platform platform, String post, String type, LocalDate day, int count) {
        if (count == 0) {
            return;
        }
        events.add(EventBuilder.event(ids.next(), platform.name(), event, Clocks.online(day, dice))
                .channel("social")
                .campaign(story.inCampaign(day) ? Story.CAMPAIGN : null)
                .property("platform", platform.name())
                .property("postId", post)
                .property("postType", type)
                .property("count", count)
                .build());
    }
}
