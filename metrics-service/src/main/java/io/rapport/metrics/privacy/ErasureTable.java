package io.rapport.metrics.privacy;

import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table of erasures, and of those that wait to be worked on. */
final class ErasureTable {
    private ErasureTable() {}

    /** Another one of this id stays as it is. */
    static void add(Connection connection, Erasure one, String by) throws SQLException {
        int added = Sql.of(
                        "insert into erasure (business_id, id, customer_id, state, requested_at, requested_by)"
                                + " values (?, ?, ?, 'waiting', ?, ?) on conflict do nothing",
                        one.business(),
                        one.id(),
                        one.customer(),
                        one.requestedAt(),
                        by)
                .update(connection);
        if (added > 0) {
            Sql.of("insert into erasure_task (business_id, erasure_id) values (?, ?)", one.business(), one.id())
                    .update(connection);
        }
    }

    static Optional<Erasure> find(Connection connection, String business, String id) throws SQLException {
        return Sql.of("select * from erasure where business_id = ? and id = ?", business, id)
                .list(connection, ErasureTable::read)
                .stream()
                .findFirst();
    }

    /** The same, which nobody else changes until the transaction ends. */
    static Erasure hold(Connection connection, String business, String id) throws SQLException {
        return Sql.of("select * from erasure where business_id = ? and id = ? for update", business, id)
                .list(connection, ErasureTable::read)
                .getFirst();
    }

    /** Nobody else asks for the business until the transaction ends. */
    static Optional<Erasure> underWay(Connection connection, String business, String customer) throws SQLException {
        Sql.of("select pg_advisory_xact_lock(hashtext('erasure'), hashtext(?))::text", business)
                .list(connection, row -> true);
        return Sql.of("select * from erasure where business_id = ? and customer_id = ? limit 1", business, customer)
                .list(connection, ErasureTable::read)
                .stream()
                .findFirst();
    }

    /** Adds to what was done, in the transaction that does it. */
    static void advance(
            Connection connection, Erasure one, Erasure.State state, Erasure.Counts more, Collection<String> visitors)
            throws SQLException {
        Sql.of(
                        "update erasure set state = ?, events = events + ?, visits = visits + ?, links = links + ?,"
                                + " traits = traits + ?, rejected = rejected + ?, feedback = feedback + ?,"
                                + " visitors = array(select distinct unnest(visitors || ?) order by 1)"
                                + " where business_id = ? and id = ?",
                        state.text(),
                        more.events(),
                        more.visits(),
                        more.links(),
                        more.traits(),
                        more.rejected(),
                        more.feedback(),
                        visitors.toArray(String[]::new),
                        one.business(),
                        one.id())
                .update(connection);
    }

    /** Who was the person's visitor, and may not be known any more. */
    static List<String> visitors(Connection connection, Erasure one) throws SQLException {
        return Sql.of("select unnest(visitors) from erasure where business_id = ? and id = ?", one.business(), one.id())
                .list(connection, row -> row.getString(1));
    }

    static void finish(Connection connection, Erasure one, Instant now) throws SQLException {
        Sql.of(
                        "update erasure set state = 'done', customer_id = null, visitors = '{}', finished_at = ?"
                                + " where business_id = ? and id = ?",
                        now,
                        one.business(),
                        one.id())
                .update(connection);
        Sql.of("delete from erasure_task where business_id = ? and erasure_id = ?", one.business(), one.id())
                .update(connection);
    }

    /** An erasure that waits for somebody to go on with it. */
    record Task(String business, String id) {}

    static Optional<Task> take(Connection connection, Instant now, Instant until) throws SQLException {
        return Sql.of(
                        "update erasure_task set leased_until = ? where (business_id, erasure_id) in (select business_id,"
                                + " erasure_id from erasure_task where leased_until is null or leased_until < ?"
                                + " order by leased_until nulls first, business_id, erasure_id limit 1"
                                + " for update skip locked) returning business_id, erasure_id",
                        until,
                        now)
                .list(connection, row -> new Task(row.getString(1), row.getString(2)))
                .stream()
                .findFirst();
    }

    /** Whoever comes next may go on with it. */
    static void leave(Connection connection, Task task) throws SQLException {
        Sql.of(
                        "update erasure_task set leased_until = null where business_id = ? and erasure_id = ?",
                        task.business(),
                        task.id())
                .update(connection);
    }

    private static Erasure read(ResultSet row) throws SQLException {
        return new Erasure(
                row.getString("business_id"),
                row.getString("id"),
                row.getString("customer_id"),
                Erasure.State.of(row.getString("state")),
                Sql.instant(row, "requested_at"),
                Sql.instant(row, "finished_at"),
                new Erasure.Counts(
                        row.getLong("events"),
                        row.getLong("visits"),
                        row.getLong("links"),
                        row.getLong("traits"),
                        row.getLong("rejected"),
                        row.getLong("feedback")));
    }
}
