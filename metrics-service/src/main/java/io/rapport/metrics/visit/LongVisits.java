package io.rapport.metrics.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Where a visit is cut that would not end: an id that everybody shares, say, is active day and night, and would be derived anew
 * from its first event on with each event. What has gone on for a whole day is cut at midnight (UTC). Whether it is cut depends
 * on the day before alone, so that a change never reaches further than to the second midnight after it, and no visit lasts two days.
 */
final class LongVisits {
    private static final Duration DAY = Duration.ofDays(1);

    private LongVisits() {}

    /**
     * Whether there is a cut between two events of a run.
     *
     * @param began when the run began
     */
    static boolean isCut(Instant began, WebEvent last, WebEvent next) {
        Instant midnight = next.occurredAt().truncatedTo(ChronoUnit.DAYS);
        return last.occurredAt().isBefore(midnight) && !began.plus(DAY).isAfter(midnight);
    }

    /** When a run began that goes on from a visit which was cut before this event: at least a day before the cut. */
    static Instant beganBefore(WebEvent first) {
        return first.occurredAt().minus(DAY);
    }

    /** Whether a cut may lie before this event, if another visit ended shortly before it. */
    static boolean mayFollowACut(WebEvent first) {
        Instant midnight = first.occurredAt().truncatedTo(ChronoUnit.DAYS);
        return Duration.between(midnight, first.occurredAt()).compareTo(Visits.LONGEST_GAP) < 0;
    }

    /** What follows visits that may have been cut at their ends: whether they were is another question without an event of theirs. */
    static List<VisitTasks.Touch> following(List<Visit> visits) {
        return visits.stream()
                .filter(visit -> endsBeforeMidnight(visit.endedAt()))
                .map(visit -> new VisitTasks.Touch(visit.visitorId(), visit.endedAt(), visit.endedAt()))
                .toList();
    }

    private static boolean endsBeforeMidnight(Instant end) {
        Instant midnight = end.truncatedTo(ChronoUnit.DAYS).plus(DAY);
        return Duration.between(end, midnight).compareTo(Visits.LONGEST_GAP) <= 0;
    }
}
