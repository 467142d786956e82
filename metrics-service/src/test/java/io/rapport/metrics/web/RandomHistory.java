package io.rapport.metrics.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What visitors of a made-up web site did: with everything that a figure can depend on, and coincidences on purpose. */
public final class RandomHistory {
    /** Where somebody came from, and what of it must be told. */
    public record Origin(
            String query, String referrer, String channel, String source, String medium, String campaign) {}

    /** What somebody came with, and what of it must be told. */
    public record Agent(String header, String device, String browser) {}

    /** An event as it is sent. */
    public record Sent(
            String id,
            String visitor,
            Instant at,
            String type,
            String page,
            Origin origin,
            Agent agent,
            String country,
            String language,
            boolean bot) {}

    private static final List<Origin> ORIGINS = List.of(
            new Origin("", null, "direct", null, null, null),
            new Origin("", "https://www.google.com/", "search", null, null, null),
            new Origin("", "https://l.instagram.com/x", "social", null, null, null),
            new Origin("", "https://blog.example/", "referral", null, null, null),
            new Origin(
                    "?utm_source=google&utm_medium=cpc&utm_campaign=spring", null, "paid", "google", "cpc", "spring"),
            new Origin(
                    "?utm_source=news&utm_medium=email&utm_campaign=easter", null, "email", "news", "email", "easter"));

    private static final List<Agent> AGENTS = List.of(
            new Agent("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "desktop", "Firefox"),
            new Agent(
                    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148"
                            + " Safari/604.1",
                    "mobile",
                    "Safari"),
            new Agent(
                    "Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/140.0.0.0 Mobile Safari/537.36",
                    "mobile",
                    "Chrome"));

    private static final List<String> PAGES = List.of("/", "/menu", "/cakes", "/book");
    private static final List<String> TYPES = List.of(
            "page_view", "page_view", "page_view", "page_view", "page_leave", "add_to_cart", "purchase", "booking");

    private final Random random;
    private final Instant start;
    private final int days;

    public RandomHistory(Random random, Instant start, int days) {
        this.random = random;
        this.start = start;
        this.days = days;
    }

    /** Events in a random order, some of them twice. */
    public List<Sent> events(int many, int visitors) {
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            sent.add(event("e" + i, "v" + random.nextInt(visitors)));
        }
        for (int i = 0; i < many / 8; i++) {
            sent.add(sent.get(random.nextInt(many)));
        }
        Collections.shuffle(sent, random);
        return sent;
    }

    private Sent event(String id, String visitor) {
        // Times crowd into some hours of whole half minutes, so that long visits, gaps of exactly 30 minutes and equal
        // instants are frequent, and midnight is often crossed.
        Instant at = start.plusSeconds(86_400L * random.nextInt(days)).plusSeconds(30L * random.nextInt(480));
        return new Sent(
                id,
                visitor,
                at,
                any(TYPES),
                random.nextInt(12) == 0 ? null : any(PAGES),
                any(ORIGINS),
                random.nextInt(4) == 0 ? null : any(AGENTS),
                random.nextInt(3) == 0 ? null : any(List.of("IE", "GB")),
                random.nextInt(3) == 0 ? null : any(List.of("en-GB", "ga")),
                random.nextInt(25) == 0);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
