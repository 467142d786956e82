package io.rapport.feedback.connection;

import io.rapport.feedback.review.PersonalData;
import io.rapport.feedback.sql.Sql;
import io.rapport.frame.trace.TraceParent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** The statements of deliveries and their queue. */
@ApplicationScoped
class Deliveries {
    private static final int MOST_BYTES = 8 << 20;

    private static final String ENQUEUE = """
            insert into delivery_task (business_id, connection_id, delivery_id, to_fetch) values (?, ?, ?, ?)
            on conflict (business_id, connection_id, delivery_id)
              do update set to_fetch = excluded.to_fetch, not_before = '-infinity', attempts = 0
            """;

    private static final String REPLAY = """
            update webhook_delivery set outcome = 'received', detail = null, fetched = null
            where business_id = ? and connection_id = ? and id = ? and body is not null returning id
            """;

    // As many as aren't too much to hold, and one in any case; each looked up by its key, since a planner that has seen
    // the queue empty would rather read all that the connection ever brought.
    private static final String NEXT = """
            select business_id, connection_id, delivery_id, traceparent, body, topic, fetched, received_at,
              set_config('app.acknowledged_at', (min(enqueued_at) over ())::text, true)
            from (
              select t.*, d.body, d.topic, d.fetched, d.received_at, sum(coalesce(octet_length(d.body), 0) + coalesce(octet_length(d.fetched), 0))
                over (order by t.sequence rows between unbounded preceding and 1 preceding) as before
              from (
                select business_id, connection_id, delivery_id, traceparent, enqueued_at, sequence from delivery_task
                where business_id = ? and connection_id = ? and not to_fetch and not_before <= clock_timestamp()
                order by sequence limit ? for update) t
              left join lateral (
                select body, topic, fetched, received_at from webhook_delivery d
                where d.business_id = t.business_id and d.connection_id = t.connection_id and d.id = t.delivery_id limit 1) d
                on true
            ) oldest
            where coalesce(before, 0) < ? order by sequence
            """;

    private static final String SETTLE = """
            update webhook_delivery d set outcome = s.outcome, detail = s.detail, settled_at = clock_timestamp()
            from unnest(?, ?, ?) as s (id, outcome, detail)
            where d.business_id = ? and d.connection_id = ? and d.id = any (?) and d.id = s.id
            """;

    private static final String PAGE = """
            select id, sequence, message_id, topic, received_at, settled_at, outcome, detail from webhook_delivery
            where business_id = ? and connection_id = ? and sequence < ? order by sequence desc limit ?
            """;

    private final Sql sql;

    Deliveries(Sql sql) {
        this.sql = sql;
    }

    /** Queues a delivery anew; false if there is none with a payload. */
    boolean replay(String business, String connection, String id, boolean toFetch) {
        boolean kept = sql.first(REPLAY, row -> row.getString(1), business, connection, id)
                .isPresent();
        if (kept) {
            sql.update(ENQUEUE, business, connection, id, toFetch);
        }
        return kept;
    }

    boolean exists(String business, String connection, String id) {
        return sql.first(
                        "select 1 from webhook_delivery where business_id = ? and connection_id = ? and id = ?",
                        row -> row.getInt(1),
                        business,
                        connection,
                        id)
                .isPresent();
    }

    DeliveryPage page(String business, String connection, long before, int limit) {
        record Numbered(long sequence, DeliveryItem item) {}
        List<Numbered> found = sql.list(
                PAGE,
                row -> new Numbered(
                        row.getLong("sequence"),
                        new DeliveryItem(
                                row.getString("id"),
                                row.getString("message_id"),
                                row.getString("topic"),
                                Sql.instant(row, "received_at"),
                                Sql.instant(row, "settled_at"),
                                row.getString("outcome"),
                                row.getString("detail"))),
                business,
                connection,
                before,
                limit + 1);
        boolean more = found.size() > limit;
        List<Numbered> shown = more ? found.subList(0, limit) : found;
        return new DeliveryPage(
                shown.stream().map(Numbered::item).toList(),
                more ? Long.toString(shown.getLast().sequence()) : null);
    }

    /** A queued delivery. */
    record Task(String business, String connection, String delivery, String traceParent) {}

    /** A queued delivery, and what it bears; null where that is gone. */
    record Waiting(Task task, Connector.Payload payload) {}

    /** What came of a delivery. */
    record Settled(String delivery, String outcome, String detail) {}

    /** The connections whose deliveries wait longest. */
    List<Task> waiting(int most) {
        return sql.list("""
                select business_id, connection_id, '' as delivery_id, null as traceparent from
                  (select business_id, connection_id, sequence from delivery_task
                   where not to_fetch and not_before <= clock_timestamp() order by sequence limit 1000) oldest
                group by business_id, connection_id order by min(sequence) limit ?
                """, Deliveries::task, most);
    }

    /** Makes the current transaction the only one that processes deliveries of the connection; false if another does. */
    boolean lock(String connection) {
        return sql.first(
                        "select pg_try_advisory_xact_lock(hashtextextended(?, 1))",
                        row -> row.getBoolean(1),
                        connection)
                .orElseThrow();
    }

    /**
     * The connection's oldest deliveries that wait. What the transaction makes of them counts as acknowledged when the first
     * of them was.
     */
    List<Waiting> next(String business, String connection, int most) {
        return sql.list(NEXT, row -> new Waiting(task(row), payload(row)), business, connection, most, MOST_BYTES);
    }

    /** What the current transaction leaves to other workers is of the current trace: it began before that was known. */
    void goOnInTrace() {
        String trace = TraceParent.current();
        if (trace != null) {
            sql.list("select set_config('app.traceparent', ?, true)", row -> row.getString(1), trace);
        }
    }

    Connector.Payload payload(Task task) {
        return sql.first(
                        "select body, topic, fetched, received_at from webhook_delivery"
                                + " where business_id = ? and connection_id = ? and id = ?",
                        Deliveries::payload,
                        task.business,
                        task.connection,
                        task.delivery)
                .orElseThrow();
    }

    /** Masks personal data in what came. */
    void mask(Waiting read) {
        sql.update(
                "update webhook_delivery set body = ?, fetched = ? where business_id = ? and connection_id = ? and id = ?",
                PersonalData.masked(read.payload.body()),
                read.payload.fetched() == null ? null : PersonalData.masked(read.payload.fetched()),
                read.task.business,
                read.task.connection,
                read.task.delivery);
    }

    /** Ends the task. */
    void settle(Task task, String outcome, String detail) {
        settle(task.business, task.connection, List.of(new Settled(task.delivery, outcome, detail)));
    }

    /** Ends the tasks. */
    void settle(String business, String connection, List<Settled> settled) {
        String[] ids = texts(settled, Settled::delivery);
        sql.update(
                SETTLE,
                ids,
                texts(settled, Settled::outcome),
                texts(settled, Settled::detail),
                business,
                connection,
                ids);
        sql.update(
                "delete from delivery_task where business_id = ? and connection_id = ? and delivery_id = any (?)",
                business,
                connection,
                ids);
    }

    private static <T> String[] texts(List<T> of, Function<T, String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }

    private static Connector.Payload payload(ResultSet row) throws SQLException {
        return new Connector.Payload(
                row.getBytes("body"), row.getString("topic"), row.getBytes("fetched"), Sql.instant(row, "received_at"));
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getString("business_id"),
                row.getString("connection_id"),
                row.getString("delivery_id"),
                row.getString("traceparent"));
    }
}
