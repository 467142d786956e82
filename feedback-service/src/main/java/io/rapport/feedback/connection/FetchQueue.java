package io.rapport.feedback.connection;

import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** The statements of deliveries for which something must be fetched. */
@ApplicationScoped
class FetchQueue {
    // Whoever fetches puts the next try off first: a process that dies leaves the delivery for then.
    private static final String CLAIM = """
            update delivery_task t set not_before = clock_timestamp() + interval '3 minutes', attempts = t.attempts + 1
            from (select business_id, connection_id, delivery_id from delivery_task
                  where to_fetch and not_before <= clock_timestamp() order by sequence limit ? for update skip locked) due
            where t.business_id = due.business_id and t.connection_id = due.connection_id
              and t.delivery_id = due.delivery_id
            returning t.business_id, t.connection_id, t.delivery_id, t.traceparent, t.attempts
            """;

    private static final String KEEP = """
            update webhook_delivery set fetched = ? where business_id = ? and connection_id = ? and id = ?
            """;

    private static final String READY = """
            update delivery_task set to_fetch = false, not_before = '-infinity', enqueued_at = clock_timestamp()
            where business_id = ? and connection_id = ? and delivery_id = ?
            """;

    private static final String PUT_OFF = """
            update delivery_task set not_before = clock_timestamp() + make_interval(secs => ?)
            where business_id = ? and connection_id = ? and to_fetch and (delivery_id = ? or ?)
            """;

    private static final String SAY = """
            update webhook_delivery set detail = ? where business_id = ? and connection_id = ? and id = ?
            """;

    private final Sql sql;

    FetchQueue(Sql sql) {
        this.sql = sql;
    }

    /** @param attempts how often it was tried, this time included */
    record Due(Deliveries.Task task, int attempts) {}

    List<Due> claim(int most) {
        return sql.list(
                CLAIM,
                row -> new Due(
                        new Deliveries.Task(
                                row.getString("business_id"),
                                row.getString("connection_id"),
                                row.getString("delivery_id"),
                                row.getString("traceparent")),
                        row.getInt("attempts")),
                most);
    }

    void fetched(Deliveries.Task task, byte[] what) {
        sql.update(KEEP, what, task.business(), task.connection(), task.delivery());
        sql.update(READY, task.business(), task.connection(), task.delivery());
    }

    /** @param all whether the connection's others are put off, too, because the source wants to be left alone */
    void putOff(Deliveries.Task task, Duration pause, boolean all, String reason) {
        sql.update(PUT_OFF, pause.toMillis() / 1000.0, task.business(), task.connection(), task.delivery(), all);
        sql.update(SAY, reason, task.business(), task.connection(), task.delivery());
    }
}
