package io.rapport.metrics.prediction;

import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Which fits are to be made when. Whoever takes one has it for a while; if he is gone by then, another takes it. */
final class FitTasks {
    /** Stands for all models of a business, each night. */
    static final String NIGHTLY = "";

    private FitTasks() {}

    /**
     * What is to be fitted: one that was asked for, or all of a business's.
     *
     * @param due since when
     */
    record Task(String business, String fit, Instant due) {
        boolean isNightly() {
            return fit.equals(NIGHTLY);
        }
    }

    /** One that is there already keeps its time. */
    static void add(Connection connection, String business, String fit, Instant due) throws SQLException {
        Sql.of(
                        "insert into fit_task (business_id, fit_id, due_at) values (?, ?, ?)"
                                + " on conflict (business_id, fit_id) do nothing",
                        business,
                        fit,
                        due)
                .update(connection);
    }

    /** The one that has waited longest; what was asked for goes before the night's work. */
    static Optional<Task> take(Connection connection, Instant now, Instant until) throws SQLException {
        return Sql.of(
                        "update fit_task set leased_until = ? where (business_id, fit_id) in (select business_id, fit_id"
                                + " from fit_task where due_at <= ? and (leased_until is null or leased_until < ?)"
                                + " order by fit_id = '', due_at, business_id limit 1 for update skip locked)"
                                + " returning business_id, fit_id, due_at",
                        until,
                        now,
                        now)
                .list(connection, row -> new Task(row.getString(1), row.getString(2), Sql.instant(row, "due_at")))
                .stream()
                .findFirst();
    }

    static void keep(Connection connection, Task task, Instant until) throws SQLException {
        Sql.of(
                        "update fit_task set leased_until = ? where business_id = ? and fit_id = ?",
                        until,
                        task.business(),
                        task.fit())
                .update(connection);
    }

    static void remove(Connection connection, Task task) throws SQLException {
        Sql.of("delete from fit_task where business_id = ? and fit_id = ?", task.business(), task.fit())
                .update(connection);
    }

    /** To be taken again then, unless somebody has set another time meanwhile. */
    static void later(Connection connection, Task task, Instant due) throws SQLException {
        Sql.of(
                        "update fit_task set due_at = case when due_at = ? then ? else due_at end, leased_until = null"
                                + " where business_id = ? and fit_id = ?",
                        task.due(),
                        due,
                        task.business(),
                        task.fit())
                .update(connection);
    }

    /** It failed: it isn't taken again before, however much comes meanwhile. */
    static void putOff(Connection connection, Task task, Instant until) throws SQLException {
        Sql.of(
                        "update fit_task set due_at = greatest(due_at, ?), put_off_until = ?, leased_until = null"
                                + " where business_id = ? and fit_id = ?",
                        until,
                        until,
                        task.business(),
                        task.fit())
                .update(connection);
    }

    /**
     * The night's work of a business is done then at the latest, unless it is put off; if it is being done, once more, since there is
     * more to see.
     */
    static void sooner(Connection connection, String business, Instant now, Instant due) throws SQLException {
        Sql.of(
                        "update fit_task set due_at = greatest(put_off_until,"
                                + " case when leased_until > ? then ? else least(due_at, ?) end)"
                                + " where business_id = ? and fit_id = ''",
                        now,
                        due,
                        due,
                        business)
                .update(connection);
    }

    /** The night's work of a business waits until then at least: somebody has asked for another period. */
    static void holdNightly(Connection connection, String business, Instant until) throws SQLException {
        Sql.of(
                        "update fit_task set due_at = greatest(due_at, ?) where business_id = ? and fit_id = ''",
                        until,
                        business)
                .update(connection);
    }
}
