package io.rapport.metrics.event;

import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the partitions of the months that events fall into, before the first of a month is stored. */
final class EventMonths {
    /** Of which the database has said that they are there; nobody takes a partition of a recent month away. */
    private final Set<YearMonth> known = ConcurrentHashMap.newKeySet();

    /** In a transaction of its own, since what is known must not be rolled back. */
    void make(Transactions transactions, Collection<Submission> group) {
        List<YearMonth> missing = group.stream()
                .flatMap(submission -> submission.events().stream())
                .map(event -> YearMonth.from(event.occurredAt().atOffset(ZoneOffset.UTC)))
                .distinct()
                .filter(month -> !known.contains(month))
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
