package io.rapport.metrics.event;

import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.visit.VisitTasks;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Stores events and notes what is to be derived from them, in one transaction: what is acknowledged is durable, and will be
 * counted. */
@ApplicationScoped
public class EventStore {
    private final Transactions transactions;
    private final EventMonths months = new EventMonths();

    EventStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param accepted how many were new; @param duplicates how many had been stored before, or came twice in the batch */
    public record Stored(int accepted, int duplicates) {}

    /** Stores the events that are new; all of them or none. */
    public Stored store(String business, List<Event> events, Provenance provenance) {
        Map<UUID, Event> byKey = new TreeMap<>();
        events.forEach(event -> byKey.putIfAbsent(key(event), event));
        months.make(transactions, events);
        return transactions.call(connection -> {
            Set<UUID> fresh = claim(connection, business, byKey.keySet());
            List<Event> stored = fresh.stream().map(byKey::get).toList();
            if (!stored.isEmpty()) {
                insert(connection, business, stored, provenance);
                VisitTasks.note(connection, business, touched(stored));
            }
            return new Stored(stored.size(), events.size() - stored.size());
        });
    }

    /** Sorted, so that two batches with the same keys wait for one another instead of locking each other out. */
    private static Set<UUID> claim(Connection connection, String business, Collection<UUID> sorted)
            throws SQLException {
        Sql claim = Sql.of(
                "insert into dedup_key (business_id, key_hash) select ?, key from unnest(?) as key"
                        + " on conflict do nothing returning key_hash",
                business,
                sorted.toArray(UUID[]::new));
        return new HashSet<>(claim.list(connection, row -> row.getObject(1, UUID.class)));
    }

    private static void insert(Connection connection, String business, List<Event> events, Provenance provenance)
            throws SQLException {
        Sql.of(
                        """
                        insert into event (business_id, recorded_by, origin, source, id, type, occurred_at, visitor_id,
                          customer_id, channel, campaign, page_url, page_title, referrer, touchpoint, location, product,
                          user_agent, language, country, amount_minor, currency, properties, left_out)
                        select ?, ?, ?, source, id, type, occurred_at, visitor_id, customer_id, channel, campaign, page_url,
                          page_title, referrer, touchpoint, location, product, user_agent, language, country,
                          amount_minor, currency, properties::jsonb, left_out
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as e (source, id, type,
                          occurred_at, visitor_id, customer_id, channel, campaign, page_url, page_title, referrer,
                          touchpoint, location, product, user_agent, language, country, amount_minor, currency,
                          properties, left_out)
                        """,
                        business,
                        provenance.recordedBy(),
                        provenance.origin(),
                        texts(events, Event::source),
                        texts(events, Event::id),
                        texts(events, Event::type),
                        events.stream().map(Event::occurredAt).toArray(Instant[]::new),
                        texts(events, Event::visitorId),
                        texts(events, Event::customerId),
                        texts(events, Event::channel),
                        texts(events, Event::campaign),
                        texts(events, event -> event.page().url()),
                        texts(events, event -> event.page().title()),
                        texts(events, event -> event.page().referrer()),
                        texts(events, Event::touchpoint),
                        texts(events, Event::location),
                        texts(events, Event::product),
                        texts(events, event -> event.context().userAgent()),
                        texts(events, event -> event.context().language()),
                        texts(events, event -> event.context().country()),
                        events.stream()
                                .map(event -> event.amount() == null
                                        ? null
                                        : event.amount().minor())
                                .toArray(Long[]::new),
                        texts(
                                events,
                                event -> event.amount() == null
                                        ? null
                                        : event.amount().currency()),
                        texts(events, Event::properties),
                        texts(events, event -> Bots.isBot(event.context().userAgent()) ? "bot" : null))
                .update(connection);
    }

    private static String[] texts(List<Event> events, Function<Event, String> column) {
        return events.stream().map(column).toArray(String[]::new);
    }

    private static Collection<VisitTasks.Touch> touched(List<Event> events) {
        return VisitTasks.merge(events.stream()
                .filter(EventStore::belongsToVisit)
                .map(event -> new VisitTasks.Touch(event.visitorId(), event.occurredAt(), event.occurredAt())));
    }

    private static boolean belongsToVisit(Event event) {
        return event.visitorId() != null && EventTypes.isWeb(event.type(), event.channel());
    }

    /** 128 bits of SHA-256 over source and id, which can't hold the NUL that parts them. */
    private static UUID key(Event event) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((event.source() + '\0' + event.id()).getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
