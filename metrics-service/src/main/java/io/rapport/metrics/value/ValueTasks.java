package io.rapport.metrics.value;

import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.TaskQueue;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Of which facts about money something is to be derived anew. It is noted in the transaction of the facts that call for it, so
 * that none is forgotten.
 */
public final class ValueTasks {
    private static final TaskQueue QUEUE = new TaskQueue("value_task");

    private ValueTasks() {}

    /** An event that has come or gone, or whose owner may be another. */
    public record Touch(Instant at, String source, String id) {}

    /**
     * A task.
     *
     * @param touch null where it is a link's
     * @param link the number of a link whose id's events are to follow; null for none, and with no touch for everything
     */
    record Task(Touch touch, Long link) {
        boolean asksForEverything() {
            return touch == null && link == null;
        }
    }

    public static void note(Connection connection, String business, Collection<Touch> touches) throws SQLException {
        if (!touches.isEmpty()) {
            Sql.of(
                            "insert into value_task (business_id, occurred_at, source, id) select ?, t.* from unnest(?, ?, ?) as t",
                            business,
                            touches.stream().map(Touch::at).toArray(Instant[]::new),
                            touches.stream().map(Touch::source).toArray(String[]::new),
                            touches.stream().map(Touch::id).toArray(String[]::new))
                    .update(connection);
        }
    }

    /** What an id's events are worth is to follow its links. */
    public static void noteLink(Connection connection, String business, String idType, String id) throws SQLException {
        Sql.of(
                        "insert into value_task (business_id, link_seq) select business_id, max(seq) from identity_link"
                                + " where business_id = ? and id_type = ? and id = ? group by business_id",
                        business,
                        idType,
                        id)
                .update(connection);
    }

    /** The same of all links that somebody has recorded. */
    public static void noteLinksBy(Connection connection, String business, String recordedBy) throws SQLException {
        Sql.of(
                        "insert into value_task (business_id, link_seq) select business_id, seq from identity_link"
                                + " where business_id = ? and recorded_by = ? and id_type <> 'customer'",
                        business,
                        recordedBy)
                .update(connection);
    }

    /**
     * What is known to be of these customers is to be derived anew. The caller lets nobody derive meanwhile, so nothing is on its
     * way that isn't seen here.
     */
    public static void noteCustomers(Connection connection, String business, Collection<String> customers)
            throws SQLException {
        noteFacts(connection, business, Sql.of("customer_id = any (?)", (Object) customers.toArray(String[]::new)));
    }

    /** What was found to be of ids whose links are gone; under the same lock. */
    public static void noteIds(
            Connection connection, String business, Collection<String> visitors, Collection<String> addresses)
            throws SQLException {
        String[] ids = addresses.toArray(String[]::new);
        noteFacts(
                connection,
                business,
                Sql.of("(visitor_id = any (?)", (Object) visitors.toArray(String[]::new))
                        .add("or recipient = any (?)", (Object) ids)
                        .add("or phone = any (?)", (Object) ids)
                        .add("or handle = any (?))", (Object) ids));
    }

    /** Calls for everything of the business to be derived anew. */
    public static void noteEverything(Connection connection, String business) throws SQLException {
        Sql.of("insert into value_task (business_id) values (?)", business).update(connection);
    }

    /** Since when the oldest task waits; empty where none does. */
    public static Optional<Instant> oldest(Connection connection, String business) throws SQLException {
        return Sql.of("select noted_at from value_task where business_id = ? order by sequence limit 1", business)
                .list(connection, row -> Sql.instant(row, "noted_at"))
                .stream()
                .findFirst();
    }

    /** Whose tasks wait. */
    public static Set<String> businesses(Connection connection) throws SQLException {
        return QUEUE.businesses(connection);
    }

    /** Takes the oldest tasks; in the transaction that does them, so that they come back if it fails. */
    static List<Task> take(Connection connection, String business, int most) throws SQLException {
        return QUEUE.take(business, most, "occurred_at, source, id, link_seq").list(connection, ValueTasks::task);
    }

    /** Instead of all tasks, one for each fact about money, oldest first. */
    static void noteEachEvent(Connection connection, String business) throws SQLException {
        Sql.of("delete from value_task where business_id = ?", business).update(connection);
        Sql.of(
                        "insert into value_task (business_id, occurred_at, source, id) select business_id, occurred_at, source, id"
                                + " from event where business_id = ? and type = any (?) and left_out is null order by occurred_at",
                        business,
                        ValueTypes.all())
                .update(connection);
    }

    /** Calls for facts that were derived to be derived anew. */
    static void noteFacts(Connection connection, String business, Sql condition) throws SQLException {
        Sql.of(
                        "insert into value_task (business_id, occurred_at, source, id) select business_id, occurred_at, source, id"
                                + " from value_fact where business_id = ? and",
                        business)
                .add(condition)
                .update(connection);
    }

    private static Task task(ResultSet row) throws SQLException {
        Instant at = Sql.instant(row, "occurred_at");
        return new Task(
                at == null ? null : new Touch(at, row.getString("source"), row.getString("id")),
                row.getObject("link_seq", Long.class));
    }
}
