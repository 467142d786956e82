package io.rapport.metrics.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Parts one visitor's web events into visits: a pure function of the events and of who the visitor was when. */
final class Visits {
    /** The longest time between two events of one visit. */
    static final Duration LONGEST_GAP = Duration.ofMinutes(30);

    /** By time; what happened at the same instant in an order that doesn't depend on which arrived first. */
    private static final Comparator<WebEvent> ORDER = Comparator.comparing(WebEvent::occurredAt)
            .thenComparing(WebEvent::source)
            .thenComparing(WebEvent::id);

    private Visits() {}

    /** @param owners who the visitor was from when, as links say */
    static List<Visit> of(List<WebEvent> events, VisitorOwners owners) {
        List<Visit> visits = new ArrayList<>();
        List<WebEvent> run = new ArrayList<>();
        for (WebEvent event : events.stream().sorted(ORDER).toList()) {
            if (!run.isEmpty() && gap(run.getLast(), event).compareTo(LONGEST_GAP) > 0) {
                visits.add(visit(run, owners));
                run = new ArrayList<>();
            }
            run.add(event);
        }
        if (!run.isEmpty()) {
            visits.add(visit(run, owners));
        }
        return visits;
    }

    private static Duration gap(WebEvent earlier, WebEvent later) {
        return Duration.between(earlier.occurredAt(), later.occurredAt());
    }

    private static Visit visit(List<WebEvent> run, VisitorOwners owners) {
        Instant end = run.getLast().occurredAt();
        String stated = run.reversed().stream()
                .map(WebEvent::customerId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Visit(run, stated != null ? stated : owners.at(end));
    }
}
