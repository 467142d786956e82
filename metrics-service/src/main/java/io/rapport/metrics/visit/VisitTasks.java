package io.rapport.metrics.visit;

import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.TaskQueue;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is to be derived anew. It is noted in the transaction of the facts that call for it, so that none is forgotten. */
public final class VisitTasks {
    private static final TaskQueue QUEUE = new TaskQueue("visit_task");
    private static final TaskQueue REBUILDS = new TaskQueue("visit_rebuild");
    private static final int OF_A_ROW = 1_000;
    private static final int EVENTS_NOTED_AT_ONCE = 50_000;

    private VisitTasks() {}

    /** The span of time in which something about a visitor has changed. */
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
        List<Touch> list = List.copyOf(touches);
        for (int i = 0; i < list.size(); i += OF_A_ROW) {
            List<Touch> some = list.subList(i, Math.min(list.size(), i + OF_A_ROW));
            Sql.of(
                            "insert into visit_task (business_id, visits, visitors, since_us, until_us) values (?, ?, ?, ?, ?)",
                            business,
                            some.size(),
                            some.stream().map(Touch::visitorId).toArray(String[]::new),
                            some.stream()
                                    .map(Touch::from)
                                    .map(VisitTasks::microseconds)
                                    .toArray(Long[]::new),
                            some.stream()
                                    .map(Touch::to)
                                    .map(VisitTasks::microseconds)
                                    .toArray(Long[]::new))
                    .update(connection);
        }
    }

    /** Calls for everything of the business to be derived anew. */
    public static void noteEverything(Connection connection, String business) throws SQLException {
        Sql.of("insert into visit_rebuild (business_id, since) values (?, ?)", business, Touch.BEGINNING)
                .update(connection);
    }

    /** From when on everything of the business is to be derived; the beginning until its first days are noted. */
    public static Optional<Instant> everythingSince(Connection connection, String business) throws SQLException {
        return Sql.of("select since from visit_rebuild where business_id = ? order by since limit 1", business)
                .list(connection, row -> Sql.instant(row, "since"))
                .stream()
                .findFirst();
    }

    /**
     * Where everything is to be derived, notes the visitors of the next days (UTC) that have events: oldest first, so that a round
     * touches the sums of few days. They wait for as long as the call for everything does, which ends with the last day.
     *
     * @param since from when on days aren't noted yet
     */
    public static void noteNextDays(Connection connection, String business, Instant since) throws SQLException {
        Optional<Instant> until = followingDays(connection, business, since);
        noteDays(connection, business, since, until.orElse(Touch.END));
        if (until.isEmpty()) {
            Sql.of("delete from visit_rebuild where business_id = ?", business).update(connection);
        } else {
            Sql.of("update visit_rebuild set since = ? where business_id = ?", until.get(), business)
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
                        insert into visit_task (business_id, noted_at, visits, visitors, since_us, until_us)
                        select ?, (select min(noted_at) from visit_rebuild where business_id = ?), count(*), array_agg(visitor_id),
                          array_agg((extract(epoch from since) * 1000000)::bigint),
                          array_agg((extract(epoch from until) * 1000000)::bigint)
                        from (
                          select visitor_id, min(occurred_at) as since, max(occurred_at) as until,
                            (row_number() over (order by date_trunc('day', occurred_at, 'UTC'))) / ? as row
                          from event where business_id = ? and occurred_at >= ? and occurred_at < ? and visitor_id is not null
                          group by visitor_id, date_trunc('day', occurred_at, 'UTC')) visits
                        group by row
                        order by row""", business, business, OF_A_ROW, business, since, until).update(connection);
    }

    /**
     * Takes the oldest tasks; in the transaction that does them, so that they come back if it fails.
     *
     * @param enough how many touches are; what was noted together is taken together
     */
    static List<Touch> take(Connection connection, String business, int enough) throws SQLException {
        List<Integer> waiting = Sql.of(
                        "select visits from visit_task where business_id = ? order by sequence limit ?",
                        business,
                        enough)
                .list(connection, row -> row.getInt(1));
        int rows = 0;
        for (int visits = 0; rows < waiting.size() && visits < enough; rows++) {
            visits += waiting.get(rows);
        }
        return QUEUE.take(business, rows, "visitors, since_us, until_us").list(connection, VisitTasks::touches).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Since when the oldest task waits; empty where none does. */
    public static Optional<Instant> oldest(Connection connection, String business) throws SQLException {
        return Sql.of(
                        "(select noted_at from visit_task where business_id = ? order by noted_at limit 1) union all"
                                + " (select noted_at from visit_rebuild where business_id = ?) order by noted_at limit 1",
                        business,
                        business)
                .list(connection, row -> Sql.instant(row, "noted_at"))
                .stream()
                .findFirst();
    }

    /** Whose tasks wait. */
    public static Set<String> businesses(Connection connection) throws SQLException {
        Set<String> businesses = new TreeSet<>(QUEUE.businesses(connection));
        businesses.addAll(REBUILDS.businesses(connection));
        return businesses;
    }

    private static List<Touch> touches(ResultSet row) throws SQLException {
        String[] visitors = (String[]) row.getArray("visitors").getArray();
        Long[] since = (Long[]) row.getArray("since_us").getArray();
        Long[] until = (Long[]) row.getArray("until_us").getArray();
        List<Touch> touches = new ArrayList<>();
        for (int i = 0; i < visitors.length; i++) {
            touches.add(new Touch(visitors[i], instant(since[i]), instant(until[i])));
        }
        return touches;
    }

    private static long microseconds(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }
}
