package io.rapport.metrics.visit;

import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.TaskQueue;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is to be derived anew. It is noted in the transaction of the facts that call for it, so that none is forgotten. */
public final class VisitTasks {
    /** What calls for everything stays until all days are noted. */
    private static final TaskQueue QUEUE = new TaskQueue("visit_task", "visitor_id is not null");

    private static final int EVENTS_NOTED_AT_ONCE = 50_000;

    private VisitTasks() {}

    /**
     * The span of time in which something about a visitor has changed.
     *
     * @param visitorId null for everything of the business
     */
    public record Touch(String visitorId, Instant from, Instant to) {
        /** Before any fact. */
        public static final Instant BEGINNING = Instant.parse("1969-01-01T00:00:00Z");

        static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

        /** All that the visitor ever did: what an identity change touches. */
        public static Touch everything(String visitorId) {
            return new Touch(visitorId, BEGINNING, END);
        }

        /** What of it lies at this moment or after it, if anything does. */
        Stream<Touch> since(Instant moment) {
            return to.isBefore(moment)
                    ? Stream.of()
                    : Stream.of(from.isBefore(moment) ? new Touch(visitorId, moment, to) : this);
        }

        private Touch and(Touch other) {
            return new Touch(
                    visitorId, from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
        }
    }

    /** One touch a visitor, in the order of the visitors. */
    public static Collection<Touch> merge(Stream<Touch> touches) {
        TreeMap<String, Touch> merged = new TreeMap<>();
        touches.forEach(touch -> merged.merge(touch.visitorId(), touch, Touch::and));
        return merged.values();
    }

    public static void note(Connection connection, String business, Collection<Touch> touches) throws SQLException {
        if (touches.isEmpty()) {
            return;
        }
        Sql.of(
                        "insert into visit_task (business_id, visitor_id, since, until) select ?, t.* from unnest(?, ?, ?) as t",
                        business,
                        touches.stream().map(Touch::visitorId).toArray(String[]::new),
                        touches.stream().map(Touch::from).toArray(Instant[]::new),
                        touches.stream().map(Touch::to).toArray(Instant[]::new))
                .update(connection);
    }

    /** Calls for everything of the business to be derived anew. */
    public static void noteEverything(Connection connection, String business) throws SQLException {
        note(connection, business, List.of(Touch.everything(null)));
    }

    /** From when on everything of the business is to be derived; the beginning until its first days are noted. */
    public static Optional<Instant> everythingSince(Connection connection, String business) throws SQLException {
        return Sql.of(
                        "select since from visit_task where business_id = ? and visitor_id is null order by since limit 1",
                        business)
                .list(connection, row -> Sql.instant(row, "since"))
                .stream()
                .findFirst();
    }

    /**
     * Where everything is to be derived, notes the visitors of the next days (UTC) that have events: oldest first, so that a round
     * touches the sums of few days. They wait for as long as the task for everything does, which ends with the last day.
     *
     * @param since from when on days aren't noted yet
     */
    public static void noteNextDays(Connection connection, String business, Instant since) throws SQLException {
        Optional<Instant> until = followingDays(connection, business, since);
        noteDays(connection, business, since, until.orElse(Touch.END));
        String everything = "where business_id = ? and visitor_id is null";
        if (until.isEmpty()) {
            Sql.of("delete from visit_task " + everything, business).update(connection);
        } else {
            Sql.of("update visit_task set since = ? " + everything, until.get(), business)
                    .update(connection);
        }
    }

    /** A midnight, by which about so many events have happened as can be looked at in a moment; empty where there are fewer. */
    private static Optional<Instant> followingDays(Connection connection, String business, Instant since)
            throws SQLException {
        return Sql.of(
                        "select occurred_at from event where business_id = ? and occurred_at >= ?"
                                + " order by occurred_at offset ? limit 1",
                        business,
                        since,
                        EVENTS_NOTED_AT_ONCE)
                .list(connection, row -> Sql.instant(row, "occurred_at")
                        .truncatedTo(ChronoUnit.DAYS)
                        .plus(1, ChronoUnit.DAYS))
                .stream()
                .findFirst();
    }

    private static void noteDays(Connection connection, String business, Instant since, Instant until)
            throws SQLException {
        Sql.of("""
                        insert into visit_task (business_id, visitor_id, since, until, noted_at)
                        select business_id, visitor_id, min(occurred_at), max(occurred_at),
                          (select min(noted_at) from visit_task where business_id = ? and visitor_id is null)
                        from event where business_id = ? and occurred_at >= ? and occurred_at < ? and visitor_id is not null
                        group by business_id, visitor_id, date_trunc('day', occurred_at, 'UTC')
                        order by date_trunc('day', occurred_at, 'UTC')""", business, business, since, until).update(connection);
    }

    /** Takes the oldest tasks; in the transaction that does them, so that they come back if it fails. */
    static List<Touch> take(Connection connection, String business, int most) throws SQLException {
        return QUEUE.take(business, most, "visitor_id, since, until").list(connection, VisitTasks::touch);
    }

    /** Since when the oldest task waits; empty where none does. */
    public static Optional<Instant> oldest(Connection connection, String business) throws SQLException {
        return Sql.of("select noted_at from visit_task where business_id = ? order by noted_at limit 1", business)
                .list(connection, row -> Sql.instant(row, "noted_at"))
                .stream()
                .findFirst();
    }

    /** Whose tasks wait. */
    public static Set<String> businesses(Connection connection) throws SQLException {
        return QUEUE.businesses(connection);
    }

    private static Touch touch(ResultSet row) throws SQLException {
        return new Touch(row.getString("visitor_id"), Sql.instant(row, "since"), Sql.instant(row, "until"));
    }
}
