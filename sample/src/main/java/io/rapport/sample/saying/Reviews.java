package io.rapport.sample.saying;

import io.rapport.sample.fact.Author;
import io.rapport.sample.fact.Feedback;
import io.rapport.sample.fact.Rating;
import io.rapport.sample.story.Customers;
import io.rapport.sample.story.Dice;
import io.rapport.sample.story.Ids;
import io.rapport.sample.story.Period;
import io.rapport.sample.story.Products;
import io.rapport.sample.story.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reviews on three sites: those that were written, and many of a word or two. */
final class Reviews {
    private static final int SHORT_ONES = 150;
    private static final int SHORT_ONES_IN_QUEUE_MONTH = 22;

    private final Dice dice;
    private final Moments moments;
    private final Customers customers;
    private final Ids ids = new Ids("review");

    Reviews(Story story, long seed, Customers customers) {
        this.dice = new Dice(seed, "reviews");
        this.moments = new Moments(story, dice);
        this.customers = customers;
    }

    List<Feedback> all() {
        List<Feedback> reviews = new ArrayList<>();
        Written.in("reviews").forEach(written -> reviews.add(review(written, written.period())));
        Written.in("reviews-other-languages").forEach(written -> reviews.add(review(written, written.period())));
        reviews.addAll(brief("short-reviews", SHORT_ONES, Period.NORMAL));
        reviews.addAll(brief("short-reviews-queue-month", SHORT_ONES_IN_QUEUE_MONTH, Period.QUEUE_MONTH));
        return reviews;
    }

    private List<Feedback> brief(String file, int count, Period period) {
        List<Written> choices = Written.in(file);
        List<Feedback> reviews = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            reviews.add(review(dice.pick(choices, written -> written.number("weight")), period));
        }
        return reviews;
    }

    private Feedback review(Written written, Period period) {
        Instant at = moments.in(period);
        int stars = written.number("rating");
        String source = source(stars);
        String id = ids.next();
        return new Feedback(
                id,
                source,
                "review",
                written.text(),
                source.equals("facebook") ? Rating.recommends(stars > 3) : Rating.stars(stars),
                new Author(
                        initials(),
                        dice.chance(0.35)
                                ? customers.anyone(Story.dayOf(at), dice).id()
                                : null),
                at,
                written.language(),
                "https://%s.example/crumb/reviews/%s".formatted(source, id),
                null,
                written.touchpoint(),
                product(written.topic()),
                location(written.touchpoint()));
    }

    /** One of the sites only asks whether one would recommend; three stars are neither yes nor no. */
    private String source(int stars) {
        double roll = dice.number();
        if (roll < 0.18 && stars != 3) {
            return "facebook";
        }
        return roll < 0.78 ? "google" : "yelp";
    }

    private String initials() {
        return String.format(Locale.ROOT, "%c. %c.", dice.between('A', 'W'), dice.between('A', 'W'));
    }

    private static String product(String topic) {
        return topic == null
                ? null
                : Products.named(topic).map(product -> product.slug()).orElse(null);
    }

    private static String location(String touchpoint) {
        if (touchpoint == null) {
            return null;
        }
        return switch (touchpoint) {
            case "in_store" -> "main-street";
            case "market" -> "farmers-market";
            default -> null;
        };
    }
}
