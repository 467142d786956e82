package io.rapport.feedback.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** When which connection is asked, and how far it has been read. */
@ApplicationScoped
class Polls {
    private static final String PLAN = """
            insert into poll_task (business_id, connection_id) values (?, ?)
            on conflict (business_id, connection_id) do update set due_at = clock_timestamp(), attempts = 0
            """;

    // Whoever asks puts the next time off first, so that of several replicas one asks, and one that dies is followed.
    private static final String CLAIM = """
            update poll_task t set due_at = clock_timestamp() + interval '10 minutes', attempts = t.attempts + 1
            from (select business_id, connection_id from poll_task where due_at <= clock_timestamp()
                  order by due_at limit ? for update skip locked) due
            where t.business_id = due.business_id and t.connection_id = due.connection_id
            returning t.business_id, t.connection_id, t.attempts
            """;

    private static final String AGAIN = """
            update poll_task set due_at = clock_timestamp() + make_interval(secs => ?), attempts = ?
            where business_id = ? and connection_id = ?
            """;

    private static final String MOVE = """
            insert into connection_cursor (business_id, connection_id, position, polled_at)
            values (?, ?, ?, clock_timestamp())
            on conflict (business_id, connection_id) do update
              set position = excluded.position, polled_at = excluded.polled_at
              where connection_cursor.position = ?
            """;

    private static final String FAIL = """
            insert into connection_cursor (business_id, connection_id, position, failure, failed_at)
            values (?, ?, 'null', ?, clock_timestamp())
            on conflict (business_id, connection_id) do update
              set failure = excluded.failure, failed_at = excluded.failed_at
            """;

    private final Sql sql;
    private final ConnectionSecrets secrets;
    private final Clock clock;

    Polls(Sql sql, ConnectionSecrets secrets, Clock clock) {
        this.sql = sql;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param attempts how often in a row it was tried, this time included */
    record Due(String business, String connection, int attempts) {}

    /** Has a connection asked at once, and again and again from then on, if it is one to be asked. */
    void plan(Connector connector, ConnectionEntity connection) {
        boolean asked =
                connector instanceof Polling polling && polling.polls(secrets.access(connection, clock.instant()));
        if (asked) {
            sql.update(PLAN, connection.businessId, connection.id);
        } else {
            end(connection.businessId, connection.id);
        }
    }

    void end(String business, String connection) {
        sql.update("delete from poll_task where business_id = ? and connection_id = ?", business, connection);
    }

    List<Due> claim(int most) {
        return sql.list(
                CLAIM,
                row -> new Due(row.getString("business_id"), row.getString("connection_id"), row.getInt("attempts")),
                most);
    }

    /** How far it has been read; {@code null} as JSON at the beginning. */
    String cursor(Due due) {
        return sql.first(
                        "select position from connection_cursor where business_id = ? and connection_id = ?",
                        row -> row.getString(1),
                        due.business,
                        due.connection)
                .orElse("null");
    }

    /** Moves the cursor on from where it was; false if somebody else has done so meanwhile. */
    boolean move(Due due, String before, JsonNode after) {
        return sql.update(MOVE, due.business, due.connection, String.valueOf(after), before) == 1;
    }

    void next(Due due, Duration pause) {
        sql.update(AGAIN, pause.toMillis() / 1000.0, 0, due.business, due.connection);
    }

    void failed(Due due, Duration pause, String reason) {
        sql.update(FAIL, due.business, due.connection, reason);
        sql.update(AGAIN, pause.toMillis() / 1000.0, due.attempts, due.business, due.connection);
    }
}
