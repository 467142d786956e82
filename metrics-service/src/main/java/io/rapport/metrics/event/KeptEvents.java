package io.rapport.metrics.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rapport.frame.problem.FieldError;
import io.rapport.frame.problem.Problems;
import io.rapport.metrics.business.Business;
import io.rapport.metrics.business.Businesses;
import io.rapport.metrics.business.SettingsStored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses events of days that a business keeps no events of: what was derived of those days couldn't follow, and the event would
 * be removed at once.
 */
@ApplicationScoped
class KeptEvents {
    /** No rule removes what is younger: the shortest keeps a whole month beside the current one. */
    private static final Duration ALWAYS_KEPT = Duration.ofDays(27);

    private static final Duration KNOWN_FOR = Duration.ofSeconds(2);

    private final Cache<String, Business> known = Caffeine.newBuilder()
            .expireAfterWrite(KNOWN_FOR)
            .maximumSize(10_000)
            .build();
    private final Businesses businesses;

    KeptEvents(Businesses businesses) {
        this.businesses = businesses;
    }

    void settingsStored(@Observes SettingsStored stored) {
        known.invalidate(stored.business().id());
    }

    /** Whether the check has to ask the database first. */
    boolean takesTime(String business, List<Event> events, Instant now) {
        return anyOld(events, now) && known.getIfPresent(business) == null;
    }

    /** @param inArray whether the events came in an array, so that a bad one is named by its place */
    void check(String business, List<Event> events, Instant now, boolean inArray) {
        if (!anyOld(events, now)) {
            return;
        }
        Business settings = known.get(business, businesses::get);
        LocalDate first = settings.takenFrom(now);
        if (first == null) {
            return;
        }
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).occurredAt().isBefore(settings.start(first))) {
                errors.add(new FieldError(
                        inArray ? i : null,
                        "occurredAt",
                        "must not lie before " + first
                                + ": older events are removed by the business's setting privacy.keepEventsMonths"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problems.validation(errors);
        }
    }

    private static boolean anyOld(List<Event> events, Instant now) {
        Instant young = now.minus(ALWAYS_KEPT);
        return events.stream().anyMatch(event -> event.occurredAt().isBefore(young));
    }
}
