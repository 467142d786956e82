package io.rapport.feedback.connection;

import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** When which connection is asked, and how far it has been read. */
@ApplicationScoped
class Polls {
    private static final String PLAN = """
            insert into poll_task (business_id, connection_id) values (?, ?)
            on conflict (business_id, connection_id) do update set due_at = clock_timestamp(), attempts = 0
            """;

    private final Sql sql;
    private final ConnectionSecrets secrets;
    private final Clock clock;

    Polls(Sql sql, ConnectionSecrets secrets, Clock clock) {
        this.sql = sql;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Has a connection asked at once, and again and again from then on, if it is one to be asked. */
    void plan(Connector connector, ConnectionEntity connection) {
        boolean asked =
                connector instanceof Polling polling && polling.polls(secrets.access(connection, clock.instant()));
        if (asked) {
            sql.update(PLAN, connection.businessId, connection.id);
        } else {
            end(connection);
        }
    }

    void end(ConnectionEntity connection) {
        sql.update(
                "delete from poll_task where business_id = ? and connection_id = ?",
                connection.businessId,
                connection.id);
    }
}
