package io.rapport.metrics.event;

import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the partitions of the months that events fall into, before the first of a month is stored. */
final class EventMonths {
    /** Partitions of months that are older may be taken away when they are empty, so that they are asked for each time. */
    private static final int RECENT = 13;

    /** Of which the database has said that they are there. */
    private final Set<YearMonth> known = ConcurrentHashMap.newKeySet();

    private final Clock clock;

    EventMonths(Clock clock) {
        this.clock = clock;
    }

    /** In a transaction of its own, since what is known must not be rolled back. */
    void make(Transactions transactions, Collection<Submission> group) {
        YearMonth oldest = YearMonth.now(clock.withZone(ZoneOffset.UTC)).minusMonths(RECENT);
        List<YearMonth> missing = group.stream()
                .flatMap(submission -> submission.events().stream())
                .map(event -> YearMonth.from(event.occurredAt().atOffset(ZoneOffset.UTC)))
                .distinct()
                .filter(month -> !known.contains(month) || month.isBefore(oldest))
                .sorted()
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        Instant[] firsts = missing.stream()
                .map(month -> month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                .toArray(Instant[]::new);
        transactions.call(
                connection -> Sql.of("select event_month(month)::text from unnest(?) as month", (Object) firsts)
                        .list(connection, row -> true));
        known.addAll(missing);
    }
}
