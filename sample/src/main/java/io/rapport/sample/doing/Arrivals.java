package io.rapport.sample.doing;

import io.rapport.sample.story.Customer;
import io.rapport.sample.story.Dice;
import io.rapport.sample.story.Story;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Where visits come from, on ordinary days and in the campaign. */
final class Arrivals {
    private record Choice(Arrival arrival, double weight) {}

    private static final List<Choice> ORDINARY = List.of(
            new Choice(Arrival.DIRECT, 28),
            new Choice(Arrival.SEARCH, 32),
            new Choice(new Arrival("https://www.bing.com/", null, null, 0.48), 3),
            new Choice(new Arrival("https://duckduckgo.com/", null, null, 0.47), 2),
            new Choice(Arrival.INSTAGRAM, 9),
            new Choice(
                    new Arrival("https://l.instagram.com/", "utm_source=instagram&utm_medium=social", null, 0.55), 5),
            new Choice(new Arrival("https://m.facebook.com/", null, null, 0.60), 9),
            new Choice(new Arrival("https://west-coast-eats.example/bakeries", null, null, 0.45), 4),
            new Choice(new Arrival("https://market-days.example/stalls/crumb", null, null, 0.44), 3),
            new Choice(
                    new Arrival(
                            "https://www.google.com/",
                            "utm_source=google&utm_medium=cpc&utm_campaign=always-on",
                            "always-on",
                            0.52),
                    4));

    private static final List<Choice> IN_CAMPAIGN = campaign();

    private final Story story;
    private final Dice dice;

    Arrivals(Story story, long seed) {
        this.story = story;
        this.dice = new Dice(seed, "arrivals");
    }

    Arrival any(LocalDate day) {
        return dice.pick(story.inCampaign(day) ? IN_CAMPAIGN : ORDINARY, Choice::weight)
                .arrival();
    }

    /** A customer mostly knows the address. */
    Arrival ofCustomer(LocalDate day) {
        return dice.chance(0.55) ? Arrival.DIRECT : any(day);
    }

    /** How somebody finds the shop who will buy there for the first time. */
    Arrival discovery(Customer customer) {
        return switch (customer.foundBy()) {
            case SEARCH -> Arrival.SEARCH;
            case SOCIAL -> Arrival.INSTAGRAM;
            case CAMPAIGN -> dice.chance(0.6) ? Arrival.CAMPAIGN_SOCIAL : Arrival.CAMPAIGN_SEARCH;
            case WALK_IN, FRIEND -> Arrival.DIRECT;
        };
    }

    private static List<Choice> campaign() {
        List<Choice> choices = new ArrayList<>(ORDINARY);
        choices.add(new Choice(Arrival.CAMPAIGN_SOCIAL, 24));
        choices.add(new Choice(Arrival.CAMPAIGN_SEARCH, 14));
        return List.copyOf(choices);
    }
}
