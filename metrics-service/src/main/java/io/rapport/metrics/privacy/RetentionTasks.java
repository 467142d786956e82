package io.rapport.metrics.privacy;

import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Whose events may have to go, and when to look. Whoever takes one has it for a while; if he is gone by then, another takes it. */
final class RetentionTasks {
    private RetentionTasks() {}

    static void note(Connection connection, String business) throws SQLException {
        Sql.of("insert into retention_task (business_id, due) values (?, now()) on conflict do nothing", business)
                .update(connection);
    }

    static Optional<String> take(Connection connection, Instant now, Instant until) throws SQLException {
        return Sql.of(
                        "update retention_task set due = ? where business_id in (select business_id from retention_task"
                                + " where due <= ? order by due, business_id limit 1 for update skip locked)"
                                + " returning business_id",
                        until,
                        now)
                .list(connection, row -> row.getString(1))
                .stream()
                .findFirst();
    }

    static void next(Connection connection, String business, Instant due) throws SQLException {
        Sql.of("update retention_task set due = ? where business_id = ?", due, business)
                .update(connection);
    }
}
