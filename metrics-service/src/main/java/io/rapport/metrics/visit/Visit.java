package io.rapport.metrics.visit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One visitor's web events with no gap of more than 30 minutes between two of them. It belongs to the day on which it began
 * and isn't cut at midnight, unless it has gone on for a whole day; see {@link LongVisits}.
 *
 * @param customerId who the visitor was then, as far as is known
 * @param events how many events it has, page views and others
 * @param views its page views in their order
 * @param actions which other types of events it has, each once, in alphabetical order
 * @param goals the ids of the business's goals that were reached in it
 */
public record Visit(
        String visitorId,
        Instant beganAt,
        Instant endedAt,
        String customerId,
        int events,
        Traffic traffic,
        Browser browser,
        String country,
        String language,
        List<PageView> views,
        List<String> actions,
        List<String> goals) {
    private static final long ENGAGED_AFTER_MICROSECONDS = 10_000_000;

    public Visit {
        views = List.copyOf(views);
        actions = List.copyOf(actions);
        goals = List.copyOf(goals);
    }

    public String entryPage() {
        return views.isEmpty() ? null : views.getFirst().page();
    }

    public String exitPage() {
        return views.isEmpty() ? null : views.getLast().page();
    }

    /** From its first event to its last. */
    public long microseconds() {
        return ChronoUnit.MICROS.between(beganAt, endedAt);
    }

    /** As GA4 has it: longer than ten seconds, or two page views, or a conversion. */
    public boolean engaged() {
        return microseconds() > ENGAGED_AFTER_MICROSECONDS || views.size() >= 2 || !goals.isEmpty();
    }

    public boolean has(String action) {
        return actions.contains(action);
    }
}
