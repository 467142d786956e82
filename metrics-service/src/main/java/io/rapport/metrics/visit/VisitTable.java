package io.rapport.metrics.visit;

import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of derived visits. */
final class VisitTable {
    private static final String COLUMNS =
            "visitor_id, began_at, ended_at, customer_id, events, traffic_channel, utm_source,"
                    + " utm_medium, utm_campaign, device, browser, country, language, actions, goals, view_seq, view_after, view_us, view_page";

    private static final String WRITTEN =
            "business_id, page_views, actions, goals, view_seq, view_after, view_us, view_page, view_again,"
                    + " visitor_id, visitor_number, began_at, ended_at, duration_us, engaged, customer_id, events, traffic_channel,"
                    + " utm_source, utm_medium, utm_campaign, entry_page, exit_page, device, browser, country, language";

    /** Each visit takes its stretch of the lists of views. */
    private static final String ROWS = """
            select ?::text as business_id, last_view - first_view + 1 as page_views, string_to_array(actions, ',') as actions,
              string_to_array(goals, ',') as goals, all_seq[first_view:last_view] as view_seq,
              all_after[first_view:last_view] as view_after, all_us[first_view:last_view] as view_us,
              all_page[first_view:last_view] as view_page,
              case when any_again then all_again[first_view:last_view] end as view_again, visitor_id, visitor_number, began_at,
              ended_at, duration_us, engaged, customer_id, events, traffic_channel, utm_source, utm_medium, utm_campaign,
              entry_page, exit_page, device, browser, country, language
            from (select ?::bigint[] as all_seq, ?::bigint[] as all_after, ?::bigint[] as all_us, ?::text[] as all_page,
                ?::boolean[] as all_again) views,
              unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as v (first_view, last_view, any_again,
                actions, goals, visitor_id, visitor_number, began_at, ended_at, duration_us, engaged, customer_id, events,
                traffic_channel, utm_source, utm_medium, utm_campaign, entry_page, exit_page, device, browser, country, language)
            """;

    private static final String INSERT = "insert into visit (" + WRITTEN + ") " + ROWS;

    private static final String UPDATE = "update visit v set (" + WRITTEN + ") = row(n.*) from (" + ROWS
            + ") n where v.business_id = n.business_id and v.visitor_id = n.visitor_id and v.began_at = n.began_at";

    /** No visit lasts longer, see {@link LongVisits}; so one that ended after a moment is found without looking at all before. */
    private static final String LONGEST = "interval '2 days'";

    private static final int AT_ONCE = 100;
    private static final int REMOVED_AT_ONCE = 20_000;

    private VisitTable() {}

    /** The visits that touch these spans or come within a visit's longest gap of them. */
    static List<Visit> around(Connection connection, String business, Collection<VisitTasks.Touch> touches)
            throws SQLException {
        return Sql.of(
                        "select " + COLUMNS + " from unnest(?, ?, ?) as t (visitor, since, until) join visit v"
                                + " on v.business_id = ? and v.visitor_id = t.visitor"
                                + " and v.began_at <= t.until + interval '30 minutes'"
                                + " and v.ended_at >= t.since - interval '30 minutes'"
                                + " and v.began_at > t.since - interval '30 minutes' - " + LONGEST,
                        touches.stream().map(VisitTasks.Touch::visitorId).toArray(String[]::new),
                        touches.stream().map(VisitTasks.Touch::from).toArray(Instant[]::new),
                        touches.stream().map(VisitTasks.Touch::to).toArray(Instant[]::new),
                        business)
                .list(connection, VisitTable::visit);
    }

    /**
     * Of these events' visitors those who have another visit that ended so shortly before that it must have been cut.
     *
     * @param touched visits that are being made anew, and so tell nothing
     */
    static Set<String> goingOn(Connection connection, String business, List<Visit> touched, List<WebEvent> firsts)
            throws SQLException {
        if (firsts.isEmpty()) {
            return Set.of();
        }
        List<VisitDifference.Key> before = Sql.of(
                        "select v.visitor_id, v.began_at from unnest(?, ?) as t (visitor, first) join visit v"
                                + " on v.business_id = ? and v.visitor_id = t.visitor and v.began_at < t.first"
                                + " and v.ended_at >= t.first - interval '30 minutes'"
                                + " and v.began_at > t.first - interval '30 minutes' - " + LONGEST,
                        texts(firsts, WebEvent::visitorId),
                        firsts.stream().map(WebEvent::occurredAt).toArray(Instant[]::new),
                        business)
                .list(connection, row -> new VisitDifference.Key(row.getString(1), Sql.instant(row, "began_at")));
        Set<VisitDifference.Key> known =
                touched.stream().map(VisitDifference.Key::of).collect(Collectors.toSet());
        return before.stream()
                .filter(key -> !known.contains(key))
                .map(VisitDifference.Key::visitorId)
                .collect(Collectors.toSet());
    }

    /** The visits of these visitors of which something lies in this time. */
    static List<Visit> of(Connection connection, String business, Collection<String> visitors, Instant from, Instant to)
            throws SQLException {
        return Sql.of(
                        "select " + COLUMNS + " from visit where business_id = ? and visitor_id = any (?)",
                        business,
                        visitors.toArray(String[]::new))
                .add("and began_at > ? - " + LONGEST + " and ended_at >= ? and began_at < ?", from, from, to)
                .list(connection, VisitTable::visit);
    }

    static void remove(Connection connection, String business, List<Visit> visits) throws SQLException {
        if (!visits.isEmpty()) {
            Sql.of(
                            "delete from visit v using unnest(?, ?) as t (visitor, began) where v.business_id = ?"
                                    + " and v.visitor_id = t.visitor and v.began_at = t.began",
                            texts(visits, Visit::visitorId),
                            visits.stream().map(Visit::beganAt).toArray(Instant[]::new),
                            business)
                    .update(connection);
        }
    }

    /** @param numbers the number of each visitor */
    static void insert(Connection connection, String business, List<Visit> visits, Map<String, Integer> numbers)
            throws SQLException {
        write(connection, INSERT, business, visits, numbers);
    }

    /** Writes what has become of visits that are there, which leaves their places in the indexes as they are. */
    static void update(Connection connection, String business, List<Visit> visits, Map<String, Integer> numbers)
            throws SQLException {
        write(connection, UPDATE, business, visits, numbers);
    }

    private static void write(
            Connection connection, String statement, String business, List<Visit> visits, Map<String, Integer> numbers)
            throws SQLException {
        // A stretch of a list of texts is found by walking to it, so the lists are kept short.
        for (int i = 0; i < visits.size(); i += AT_ONCE) {
            List<Visit> some = visits.subList(i, Math.min(visits.size(), i + AT_ONCE));
            Sql.of(statement)
                    .with(business)
                    .withAll(ViewLists.of(some).columns())
                    .withAll(columns(some, numbers))
                    .update(connection);
        }
    }

    private static Object[] columns(List<Visit> visits, Map<String, Integer> numbers) {
        return new Object[] {
            texts(visits, visit -> String.join(",", visit.actions())),
            texts(visits, visit -> String.join(",", visit.goals())),
            texts(visits, Visit::visitorId),
            visits.stream().map(visit -> numbers.get(visit.visitorId())).toArray(Integer[]::new),
            visits.stream().map(Visit::beganAt).toArray(Instant[]::new),
            visits.stream().map(Visit::endedAt).toArray(Instant[]::new),
            visits.stream().map(Visit::microseconds).toArray(Long[]::new),
            visits.stream().map(Visit::engaged).toArray(Boolean[]::new),
            texts(visits, Visit::customerId),
            visits.stream().map(Visit::events).toArray(Integer[]::new),
            texts(visits, visit -> visit.traffic().channel()),
            texts(visits, visit -> visit.traffic().source()),
            texts(visits, visit -> visit.traffic().medium()),
            texts(visits, visit -> visit.traffic().campaign()),
            texts(visits, Visit::entryPage),
            texts(visits, Visit::exitPage),
            texts(visits, visit -> visit.browser().device()),
            texts(visits, visit -> visit.browser().name()),
            texts(visits, Visit::country),
            texts(visits, Visit::language)
        };
    }

    static int removeSome(Connection connection, String business) throws SQLException {
        return Sql.of(
                        "delete from visit where ctid = any (array(select ctid from visit where business_id = ? limit ?))",
                        business,
                        REMOVED_AT_ONCE)
                .update(connection);
    }

    private static Visit visit(ResultSet row) throws SQLException {
        Instant beganAt = Sql.instant(row, "began_at");
        return new Visit(
                row.getString("visitor_id"),
                beganAt,
                Sql.instant(row, "ended_at"),
                row.getString("customer_id"),
                row.getInt("events"),
                new Traffic(
                        row.getString("traffic_channel"),
                        row.getString("utm_source"),
                        row.getString("utm_medium"),
                        row.getString("utm_campaign")),
                new Browser(row.getString("device"), row.getString("browser")),
                row.getString("country"),
                row.getString("language"),
                ViewLists.read(row, beganAt),
                list(row, "actions"),
                list(row, "goals"));
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
