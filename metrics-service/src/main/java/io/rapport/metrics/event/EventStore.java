package io.rapport.metrics.event;

import io.rapport.frame.database.BusinessScope;
import io.rapport.metrics.identity.SeenCustomers;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.value.ValueTasks;
import io.rapport.metrics.value.ValueTypes;
import io.rapport.metrics.visit.VisitTasks;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Stores events and notes what is to be derived from them, in one transaction: what is acknowledged is durable, and will be
 * counted.
 */
@ApplicationScoped
public class EventStore {
    private final EventMonths months;
    private final EventNumbers numbers = new EventNumbers();
    private final Transactions transactions;
    private final BusinessScope scope;

    EventStore(Transactions transactions, BusinessScope scope, Clock clock) {
        this.months = new EventMonths(clock);
        this.transactions = transactions;
        this.scope = scope;
    }

    /** @param accepted how many were new; @param duplicates how many had been stored before, or came twice in the batch */
    public record Stored(int accepted, int duplicates) {}

    /** Stores the events that are new; all of them or none. */
    public Stored store(String business, List<Event> events, Provenance provenance) {
        return store(List.of(new Submission(business, List.copyOf(events), provenance)))
                .getFirst();
    }

    /** Stores the events that are new, and whatever else is to hold if they do; all of it or nothing. */
    Stored store(String business, List<Event> events, Provenance provenance, Beside beside) {
        List<Submission> group = List.of(new Submission(business, List.copyOf(events), provenance));
        return scope.call(Set.of(business), () -> {
            EventNumbers.Known known = prepare(group);
            return transactions.call(connection -> {
                Stored stored = write(connection, group, known).getFirst();
                beside.store(connection, stored);
                return stored;
            });
        });
    }

    /** What is stored in the transaction of events. */
    @FunctionalInterface
    public interface Beside {
        void store(Connection connection, Stored stored) throws SQLException;
    }

    /** Stores the submissions with one commit; what came of each is in their order. */
    List<Stored> store(List<Submission> group) {
        Set<String> businesses = group.stream().map(Submission::business).collect(Collectors.toSet());
        return scope.call(businesses, () -> {
            EventNumbers.Known known = prepare(group);
            return transactions.call(connection -> write(connection, group, known));
        });
    }

    /** What events refer to must be there before them. */
    private EventNumbers.Known prepare(List<Submission> group) {
        months.make(transactions, group);
        return numbers.of(transactions, group);
    }

    private static List<Stored> write(Connection connection, List<Submission> group, EventNumbers.Known numbers)
            throws SQLException {
        Map<EventKey, EventRows.Row> byKey = new LinkedHashMap<>();
        for (Submission submission : group) {
            for (Event event : submission.events()) {
                byKey.putIfAbsent(EventKey.of(submission.business(), event), new EventRows.Row(submission, event));
            }
        }
        Set<EventKey> fresh = claim(connection, byKey.keySet().stream().sorted().toList());
        List<EventRows.Row> rows = byKey.entrySet().stream()
                .filter(entry -> fresh.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (!rows.isEmpty()) {
            EventRows.insert(connection, rows, numbers);
            noteVisits(connection, rows);
            noteValues(connection, rows);
            noteCustomers(connection, rows);
        }
        Map<Submission, Long> accepted = rows.stream()
                .collect(Collectors.groupingBy(EventRows.Row::submission, IdentityHashMap::new, Collectors.counting()));
        List<Stored> stored = new ArrayList<>();
        for (Submission submission : group) {
            int fine = accepted.getOrDefault(submission, 0L).intValue();
            stored.add(new Stored(fine, submission.size() - fine));
        }
        return stored;
    }

    /** Sorted, so that two commits with the same keys wait for one another instead of locking each other out. */
    private static Set<EventKey> claim(Connection connection, List<EventKey> sorted) throws SQLException {
        UUID[] keys = sorted.stream().map(EventKey::hash).toArray(UUID[]::new);
        return new HashSet<>(Sql.of(
                        "insert into event_key (hash) select * from unnest(?) on conflict do nothing returning hash",
                        (Object) keys)
                .list(connection, row -> new EventKey(row.getObject(1, UUID.class))));
    }

    private static void noteVisits(Connection connection, List<EventRows.Row> rows) throws SQLException {
        Map<String, List<EventRows.Row>> byBusiness = rows.stream()
                .filter(row -> belongsToVisit(row.event()))
                .collect(Collectors.groupingBy(row -> row.submission().business(), TreeMap::new, Collectors.toList()));
        for (Map.Entry<String, List<EventRows.Row>> entry : byBusiness.entrySet()) {
            VisitTasks.note(connection, entry.getKey(), touched(entry.getValue()));
        }
    }

    private static void noteValues(Connection connection, List<EventRows.Row> rows) throws SQLException {
        Map<String, List<ValueTasks.Touch>> byBusiness = rows.stream()
                .filter(row -> ValueTypes.has(row.event().type()))
                .collect(Collectors.groupingBy(
                        row -> row.submission().business(),
                        TreeMap::new,
                        Collectors.mapping(row -> touch(row.event()), Collectors.toList())));
        for (Map.Entry<String, List<ValueTasks.Touch>> entry : byBusiness.entrySet()) {
            ValueTasks.note(connection, entry.getKey(), entry.getValue());
        }
    }

    private static ValueTasks.Touch touch(Event event) {
        return new ValueTasks.Touch(event.occurredAt(), event.source(), event.id());
    }

    private static void noteCustomers(Connection connection, List<EventRows.Row> rows) throws SQLException {
        Map<String, SeenCustomers.Named> byBusiness = new TreeMap<>();
        for (EventRows.Row row : rows) {
            if (row.event().customerId() != null && row.event().context().leftOut() == null) {
                byBusiness
                        .computeIfAbsent(row.submission().business(), none -> new SeenCustomers.Named())
                        .add(row.event().customerId(), row.event().occurredAt());
            }
        }
        for (Map.Entry<String, SeenCustomers.Named> entry : byBusiness.entrySet()) {
            SeenCustomers.note(connection, entry.getKey(), entry.getValue());
        }
    }

    private static Collection<VisitTasks.Touch> touched(List<EventRows.Row> rows) {
        return VisitTasks.merge(rows.stream()
                .map(EventRows.Row::event)
                .map(event -> new VisitTasks.Touch(event.visitorId(), event.occurredAt(), event.occurredAt())));
    }

    private static boolean belongsToVisit(Event event) {
        return event.visitorId() != null && EventTypes.isWeb(event.type(), event.channel());
    }
}
