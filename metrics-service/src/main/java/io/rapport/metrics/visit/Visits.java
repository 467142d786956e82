package io.rapport.metrics.visit;

import io.rapport.metrics.business.Goal;
import io.rapport.metrics.event.EventTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Parts one visitor's web events into visits: a pure function of the events and of who the visitor was when. */
final class Visits {
    /** The longest time between two events of one visit. */
    static final Duration LONGEST_GAP = Duration.ofMinutes(30);

    private static final Set<String> OF_PAGES = Set.of(EventTypes.PAGE_VIEW, EventTypes.PAGE_LEAVE);

    /** By time; what happened at the same instant in an order that doesn't depend on which arrived first. */
    private static final Comparator<WebEvent> ORDER = Comparator.comparing(WebEvent::occurredAt)
            .thenComparing(WebEvent::source)
            .thenComparing(WebEvent::id);

    private Visits() {}

    /**
     * @param owners who the visitor was from when, as links say
     * @param goals what the business wants visitors to do
     */
    static List<Visit> of(List<WebEvent> events, VisitorOwners owners, List<Goal> goals) {
        return of(events, false, owners, goals);
    }

    /** @param goOn whether the first of the events go on from a visit that was cut; see {@link LongVisits} */
    static List<Visit> of(List<WebEvent> events, boolean goOn, VisitorOwners owners, List<Goal> goals) {
        List<Visit> visits = new ArrayList<>();
        List<WebEvent> run = new ArrayList<>();
        Instant began = null;
        for (WebEvent event : events.stream().sorted(ORDER).toList()) {
            if (began == null) {
                began = goOn ? LongVisits.beganBefore(event) : event.occurredAt();
            } else if (gap(run.getLast(), event).compareTo(LONGEST_GAP) > 0) {
                visits.add(visit(run, owners, goals));
                run = new ArrayList<>();
                began = event.occurredAt();
            } else if (LongVisits.isCut(began, run.getLast(), event)) {
                visits.add(visit(run, owners, goals));
                run = new ArrayList<>();
            }
            run.add(event);
        }
        if (!run.isEmpty()) {
            visits.add(visit(run, owners, goals));
        }
        return visits;
    }

    static WebEvent first(List<WebEvent> events) {
        return events.stream().min(ORDER).orElseThrow();
    }

    private static Duration gap(WebEvent earlier, WebEvent later) {
        return Duration.between(earlier.occurredAt(), later.occurredAt());
    }

    private static Visit visit(List<WebEvent> run, VisitorOwners owners, List<Goal> goals) {
        WebEvent last = run.getLast();
        List<String> actions = actions(run);
        String stated = firstKnown(run.reversed(), WebEvent::customerId);
        return new Visit(
                last.visitorId(),
                run.getFirst().occurredAt(),
                last.occurredAt(),
                stated != null ? stated : owners.at(last.occurredAt()),
                run.size(),
                traffic(run),
                Browser.of(firstKnown(run, WebEvent::userAgent)),
                firstKnown(run, WebEvent::country),
                firstKnown(run, WebEvent::language),
                TimeOnPage.views(run),
                actions,
                goals.stream()
                        .filter(goal -> actions.contains(goal.eventType()))
                        .map(Goal::id)
                        .toList());
    }

    /** Where the visit came from: as its first page view says, or its first event where there is none. */
    private static Traffic traffic(List<WebEvent> run) {
        WebEvent first = Stream.concat(run.stream().filter(WebEvent::isPageView), run.stream())
                .findFirst()
                .orElseThrow();
        return Traffic.of(first.pageUrl(), first.referrer(), first.campaign());
    }

    private static List<String> actions(List<WebEvent> run) {
        return run.stream()
                .map(WebEvent::type)
                .filter(type -> !OF_PAGES.contains(type))
                .distinct()
                .sorted()
                .toList();
    }

    private static String firstKnown(List<WebEvent> run, Function<WebEvent, String> part) {
        return run.stream().map(part).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
