package io.rapport.metrics.visit;

import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
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
                    + " utm_medium, utm_campaign, device, browser, country, language, actions, goals, view_seq, view_at, view_us, view_page";

    private static final String WRITTEN =
            "business_id, page_views, actions, goals, view_seq, view_at, view_us, view_page,"
                    + " visitor_id, visitor_number, began_at, ended_at, duration_us, engaged, customer_id, events, traffic_channel,"
                    + " utm_source, utm_medium, utm_campaign, entry_page, exit_page, device, browser, country, language";

    /** An array of arrays must be a rectangle, so each visit takes its stretch of one long list. */
    private static final String ROWS = """
            select ?::text as business_id, last_view - first_view + 1 as page_views, string_to_array(actions, ',') as actions,
              string_to_array(goals, ',') as goals, all_seq[first_view:last_view] as view_seq,
              all_at[first_view:last_view] as view_at, all_us[first_view:last_view] as view_us,
              all_page[first_view:last_view] as view_page, visitor_id, visitor_number, began_at, ended_at, duration_us, engaged,
              customer_id, events, traffic_channel, utm_source, utm_medium, utm_campaign, entry_page, exit_page, device, browser,
              country, language
            from (select ?::bigint[] as all_seq, ?::timestamptz[] as all_at, ?::bigint[] as all_us, ?::text[] as all_page) views,
              unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as v (first_view, last_view, actions, goals,
                visitor_id, visitor_number, began_at, ended_at, duration_us, engaged, customer_id, events, traffic_channel,
                utm_source, utm_medium, utm_campaign, entry_page, exit_page, device, browser, country, language)
            """;

    private static final String INSERT = "insert into visit (" + WRITTEN + ") " + ROWS;

    private static final String UPDATE = "update visit v set (" + WRITTEN + ") = row(n.*) from (" + ROWS
            + ") n where v.business_id = n.business_id and v.visitor_id = n.visitor_id and v.began_at = n.began_at";

    /** No visit lasts longer, see {@link LongVisits}; so one that ended after a moment is found without looking at all before. */
    private static final String LONGEST = "interval '2 days'";

    private static final int AT_ONCE = 500;
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
            Sql.of(statement).withAll(columns(business, some, numbers)).update(connection);
        }
    }

    private static Object[] columns(String business, List<Visit> visits, Map<String, Integer> numbers) {
        Views views = Views.of(visits);
        return new Object[] {
            business,
            views.all.stream().map(PageView::seq).toArray(Long[]::new),
            views.all.stream().map(PageView::at).toArray(Instant[]::new),
            views.all.stream().map(PageView::microseconds).toArray(Long[]::new),
            views.all.stream().map(PageView::page).toArray(String[]::new),
            views.firsts.toArray(Integer[]::new),
            views.lasts.toArray(Integer[]::new),
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

    /** The views of all visits in one list, and where in it, from 1, those of each visit begin and end. */
    private record Views(List<PageView> all, List<Integer> firsts, List<Integer> lasts) {
        static Views of(List<Visit> visits) {
            Views views = new Views(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (Visit visit : visits) {
                views.firsts.add(views.all.size() + 1);
                views.all.addAll(visit.views());
                views.lasts.add(views.all.size());
            }
            return views;
        }
    }

    private static Visit visit(ResultSet row) throws SQLException {
        return new Visit(
                row.getString("visitor_id"),
                Sql.instant(row, "began_at"),
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
                views(row),
                list(row, "actions"),
                list(row, "goals"));
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static List<PageView> views(ResultSet row) throws SQLException {
        Long[] seqs = (Long[]) row.getArray("view_seq").getArray();
        Timestamp[] times = (Timestamp[]) row.getArray("view_at").getArray();
        Long[] durations = (Long[]) row.getArray("view_us").getArray();
        String[] pages = (String[]) row.getArray("view_page").getArray();
        List<PageView> views = new ArrayList<>();
        for (int i = 0; i < seqs.length; i++) {
            views.add(new PageView(seqs[i], times[i].toInstant(), pages[i], durations[i]));
        }
        return views;
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
