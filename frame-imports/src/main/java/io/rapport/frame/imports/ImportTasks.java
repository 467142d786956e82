package io.rapport.frame.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Which imports wait for work. Whoever takes one has it for a while; if he is gone by then, another takes it. */
final class ImportTasks {
    private ImportTasks() {}

    /** An import that is to be worked on. */
    record Task(String business, String id) {}

    static void add(Connection connection, String business, String id, Instant notBefore) throws SQLException {
        Sql.of(
                        "insert into import_task (business_id, import_id, leased_until) values (?, ?, ?)"
                                + " on conflict (business_id, import_id) do update set leased_until = excluded.leased_until",
                        business,
                        id,
                        notBefore)
                .update(connection);
    }

    static Optional<Task> take(Connection connection, Instant now, Instant until) throws SQLException {
        return Sql.of(
                        "update import_task set leased_until = ? where (business_id, import_id) in (select business_id,"
                                + " import_id from import_task where leased_until is null or leased_until < ?"
                                + " order by leased_until nulls first, business_id, import_id limit 1"
                                + " for update skip locked) returning business_id, import_id",
                        until,
                        now)
                .list(connection, row -> new Task(row.getString(1), row.getString(2)))
                .stream()
                .findFirst();
    }

    static void keep(Connection connection, String business, String id, Instant until) throws SQLException {
        Sql.of("update import_task set leased_until = ? where business_id = ? and import_id = ?", until, business, id)
                .update(connection);
    }

    static void remove(Connection connection, String business, String id) throws SQLException {
        Sql.of("delete from import_task where business_id = ? and import_id = ?", business, id)
                .update(connection);
    }
}
