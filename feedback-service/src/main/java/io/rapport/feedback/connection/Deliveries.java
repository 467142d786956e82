package io.rapport.feedback.connection;

import io.rapport.feedback.review.PersonalData;
import io.rapport.feedback.sql.Ids;
import io.rapport.feedback.sql.Sql;
import io.rapport.frame.trace.TraceParent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The statements of deliveries and their queue. */
@ApplicationScoped
class Deliveries {
    private static final int MOST_REJECTED = 100;
    private static final int MOST_DUPLICATES = 1_000;

    // A message that failed is taken anew: only what was or will be processed makes its repetition a duplicate. Kept
    // and
    // queued by one statement, since each is a way to PostgreSQL and back that a source waits for.
    private static final String RECEIVE = """
            with kept as (
              insert into webhook_delivery (business_id, connection_id, id, message_id, topic, outcome, body)
              values (?, ?, ?, ?, ?, 'received', ?)
              on conflict (business_id, connection_id, message_id) where body is not null
                do update set outcome = 'received', detail = null, topic = excluded.topic, body = excluded.body,
                  fetched = null
                where webhook_delivery.outcome = 'failed'
              returning business_id, connection_id, id)
            insert into delivery_task (business_id, connection_id, delivery_id, to_fetch)
            select business_id, connection_id, id, ? from kept
            on conflict (business_id, connection_id, delivery_id)
              do update set to_fetch = excluded.to_fetch, not_before = '-infinity', attempts = 0
            """;

    private static final String NOTE = """
            insert into webhook_delivery (business_id, connection_id, id, message_id, outcome, detail, settled_at)
            values (?, ?, ?, ?, ?, ?, clock_timestamp())
            """;

    private static final String PRUNE = """
            delete from webhook_delivery
            where business_id = ? and connection_id = ? and outcome = ? and sequence <=
              (select sequence from webhook_delivery where business_id = ? and connection_id = ? and outcome = ?
               order by sequence desc offset ? limit 1)
            """;

    private static final String ENQUEUE = """
            insert into delivery_task (business_id, connection_id, delivery_id, to_fetch) values (?, ?, ?, ?)
            on conflict (business_id, connection_id, delivery_id)
              do update set to_fetch = excluded.to_fetch, not_before = '-infinity', attempts = 0
            """;

    private static final String REPLAY = """
            update webhook_delivery set outcome = 'received', detail = null, fetched = null
            where business_id = ? and connection_id = ? and id = ? and body is not null returning id
            """;

    private static final String PAGE = """
            select id, sequence, message_id, topic, received_at, settled_at, outcome, detail from webhook_delivery
            where business_id = ? and connection_id = ? and sequence < ? order by sequence desc limit ?
            """;

    private final Sql sql;

    Deliveries(Sql sql) {
        this.sql = sql;
    }

    /** Keeps the raw delivery and queues it; false, with a note, if the message is known already. */
    boolean receive(String business, String connection, Verdict.Genuine message, byte[] body, boolean toFetch) {
        boolean kept = keep(business, connection, message, body, toFetch);
        if (!kept) {
            String why = "The message was received before.";
            note(business, connection, message.messageId(), "duplicate", why, MOST_DUPLICATES);
        }
        return kept;
    }

    /** Keeps the raw delivery and queues it; false if the message is known already. */
    boolean keep(String business, String connection, Verdict.Genuine message, byte[] body, boolean toFetch) {
        return sql.update(
                        RECEIVE,
                        business,
                        connection,
                        Ids.random("dl_"),
                        message.messageId(),
                        message.topic(),
                        body,
                        toFetch)
                == 1;
    }

    /** Notes that a delivery was turned away, without anything of what was in it. */
    void reject(String business, String connection, String reason) {
        note(business, connection, null, "rejected", reason, MOST_REJECTED);
    }

    /** Notes what came of a try-out; nothing of it is kept. */
    String tested(String business, String connection, String detail) {
        return note(business, connection, null, "tested", detail, MOST_REJECTED);
    }

    private String note(String business, String connection, String message, String outcome, String why, int most) {
        String id = Ids.random("dl_");
        sql.update(NOTE, business, connection, id, message, outcome, why);
        sql.update(PRUNE, business, connection, outcome, business, connection, outcome, most);
        return id;
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

    /** The connection's oldest delivery that waits. What the transaction makes of it counts as acknowledged when it was. */
    Optional<Task> next(String business, String connection) {
        return sql.first("""
                select *, set_config('app.acknowledged_at', enqueued_at::text, true) from
                  (select business_id, connection_id, delivery_id, traceparent, enqueued_at from delivery_task
                   where business_id = ? and connection_id = ? and not to_fetch and not_before <= clock_timestamp()
                   order by sequence limit 1 for update) oldest
                """, Deliveries::task, business, connection);
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
                        row -> new Connector.Payload(
                                row.getBytes(1), row.getString(2), row.getBytes(3), Sql.instant(row, "received_at")),
                        task.business,
                        task.connection,
                        task.delivery)
                .orElseThrow();
    }

    /** What was read need not be kept as it came: personal data in it is masked. One that failed stays, to be read again. */
    void mask(Task task) {
        Connector.Payload payload = payload(task);
        sql.update(
                "update webhook_delivery set body = ?, fetched = ? where business_id = ? and connection_id = ? and id = ?",
                PersonalData.masked(payload.body()),
                payload.fetched() == null ? null : PersonalData.masked(payload.fetched()),
                task.business,
                task.connection,
                task.delivery);
    }

    /** Ends the task. */
    void settle(Task task, String outcome, String detail) {
        sql.update(
                "update webhook_delivery set outcome = ?, detail = ?, settled_at = clock_timestamp()"
                        + " where business_id = ? and connection_id = ? and id = ?",
                outcome,
                detail,
                task.business,
                task.connection,
                task.delivery);
        sql.update(
                "delete from delivery_task where business_id = ? and connection_id = ? and delivery_id = ?",
                task.business,
                task.connection,
                task.delivery);
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getString("business_id"),
                row.getString("connection_id"),
                row.getString("delivery_id"),
                row.getString("traceparent"));
    }
}
