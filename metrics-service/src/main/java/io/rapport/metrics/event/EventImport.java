package io.rapport.metrics.event;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Events that come in a file: by the same rules as those of a request, and to be taken back together. */
@ApplicationScoped
public class EventImport {
    private final EventStore store;
    private final InternalTraffic internalTraffic;
    private final KeptEvents kept;
    private final Transactions transactions;
    private final BusinessScope scope;

    EventImport(
            EventStore store,
            InternalTraffic internalTraffic,
            KeptEvents kept,
            Transactions transactions,
            BusinessScope scope) {
        this.store = store;
        this.internalTraffic = internalTraffic;
        this.kept = kept;
        this.transactions = transactions;
        this.scope = scope;
    }

    /** Reads an event; every rule that it breaks is named by the problem that is thrown. */
    public Event read(String business, JsonNode event, Instant now) {
        EventReader reader = new EventReader(now, RequestContext.server(), internalTraffic.of(business, null));
        List<Event> read = reader.read(event);
        kept.check(business, read, now, false);
        return read.getFirst();
    }

    /** Stores the events that are new, and in the same transaction whatever else is to hold if they do. */
    public EventStore.Stored store(String business, List<Event> events, String recordedBy, EventStore.Beside beside) {
        return store.store(business, events, new Provenance(recordedBy, "server"), beside);
    }

    /**
     * Takes back events that somebody recorded, as if they had never come: they may come again, and what was derived follows.
     *
     * @param from when the first of them happened
     * @param to when the last of them did
     * @return how many; as long as it is {@code most}, there may be more
     */
    public int takeBack(String business, String recordedBy, Instant from, Instant to, int most) {
        return scope.call(
                Set.of(business),
                () -> transactions.call(connection -> takeBack(connection, business, recordedBy, from, to, most)));
    }

    private static int takeBack(
            Connection connection, String business, String recordedBy, Instant from, Instant to, int most)
            throws SQLException {
        record Gone(String source, String id, String type, String visitor, String customer, Instant at) {}
        List<Gone> gone = Sql.of(
                        "delete from event where business_id = ? and (occurred_at, seq) in (select occurred_at, seq"
                                + " from event where business_id = ? and (recorded_by = ? or provenance in (select number"
                                + " from provenance where business_id = ? and recorded_by = ?)) and occurred_at between ? and ?"
                                + " order by occurred_at limit ?) and occurred_at between ? and ?"
                                + " returning source, id, type, visitor_id, customer_id, occurred_at",
                        business,
                        business,
                        recordedBy,
                        business,
                        recordedBy,
                        from,
                        to,
                        most,
                        from,
                        to)
                .list(
                        connection,
                        row -> new Gone(
                                row.getString("source"),
                                row.getString("id"),
                                row.getString("type"),
                                row.getString("visitor_id"),
                                row.getString("customer_id"),
                                Sql.instant(row, "occurred_at")));
        UUID[] keys = gone.stream()
                .map(event -> EventKey.of(business, event.source(), event.id()).hash())
                .sorted()
                .toArray(UUID[]::new);
        Sql.of("delete from event_key where hash = any (?)", (Object) keys).update(connection);
        VisitTasks.note(
                connection,
                business,
                VisitTasks.merge(gone.stream()
                        .filter(event -> event.visitor() != null)
                        .map(event -> new VisitTasks.Touch(event.visitor(), event.at(), event.at()))));
        ValueTasks.note(
                connection,
                business,
                gone.stream()
                        .filter(event -> ValueTypes.has(event.type()))
                        .map(event -> new ValueTasks.Touch(event.at(), event.source(), event.id()))
                        .toList());
        SeenCustomers.recount(
                connection,
                business,
                gone.stream().map(Gone::customer).filter(Objects::nonNull).toList());
        return gone.size();
    }
}
