package io.rapport.metrics.visit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One visitor's web events with no gap of more than 30 minutes between two of them. It belongs to the day on which it began
 * and isn't cut at midnight.
 *
 * @param events in their order, at least one
 * @param customerId who the visitor was then, as far as is known
 */
record Visit(List<WebEvent> events, String customerId) {

    Visit {
        events = List.copyOf(events);
    }

    String visitorId() {
        return events.getFirst().visitorId();
    }

    Instant beganAt() {
        return events.getFirst().occurredAt();
    }

    Instant endedAt() {
        return events.getLast().occurredAt();
    }

    List<WebEvent> pageViews() {
        return events.stream().filter(WebEvent::pageView).toList();
    }

    String entryPage() {
        return pageViews().isEmpty() ? null : PagePath.of(pageViews().getFirst().pageUrl());
    }

    String exitPage() {
        return pageViews().isEmpty() ? null : PagePath.of(pageViews().getLast().pageUrl());
    }

    /** Where the visit came from: as its first page view says, or its first event where there is none. */
    Traffic traffic() {
        WebEvent first =
                Stream.concat(pageViews().stream(), events.stream()).findFirst().orElseThrow();
        return Traffic.of(first.pageUrl(), first.referrer(), first.campaign());
    }

    String country() {
        return firstKnown(WebEvent::country);
    }

    String language() {
        return firstKnown(WebEvent::language);
    }

    private String firstKnown(Function<WebEvent, String> part) {
        return events.stream().map(part).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
