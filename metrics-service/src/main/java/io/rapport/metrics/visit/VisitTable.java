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

/** The table of derived visits. */
final class VisitTable {
    private static final String COLUMNS =
            "visitor_id, began_at, ended_at, customer_id, events, traffic_channel, utm_source,"
                    + " utm_medium, utm_campaign, device, browser, country, language, actions, goals, view_seq, view_at, view_us, view_page";

    private static final int AT_ONCE = 500;

    private VisitTable() {}

    /** Takes away the visits that touch these spans or come within a visit's longest gap of them. */
    static List<Visit> removeAround(Connection connection, String business, Collection<VisitTasks.Touch> touches)
            throws SQLException {
        return Sql.of(
                        "delete from visit v using unnest(?, ?, ?) as t (visitor, since, until)"
                                + " where v.business_id = ? and v.visitor_id = t.visitor"
                                + " and v.began_at <= t.until + interval '30 minutes'"
                                + " and v.ended_at >= t.since - interval '30 minutes'"
                                + " returning " + COLUMNS,
                        touches.stream().map(VisitTasks.Touch::visitorId).toArray(String[]::new),
                        touches.stream().map(VisitTasks.Touch::from).toArray(Instant[]::new),
                        touches.stream().map(VisitTasks.Touch::to).toArray(Instant[]::new),
                        business)
                .list(connection, VisitTable::visit);
    }

    /** Of these events' visitors those who have another visit that ended so shortly before that it must have been cut. */
    static Set<String> goingOn(Connection connection, String business, List<WebEvent> firsts) throws SQLException {
        return firsts.isEmpty()
                ? Set.of()
                : Set.copyOf(Sql.of(
                                "select distinct v.visitor_id from unnest(?, ?) as t (visitor, first) join visit v"
                                        + " on v.business_id = ? and v.visitor_id = t.visitor and v.began_at < t.first"
                                        + " and v.ended_at >= t.first - interval '30 minutes'",
                                texts(firsts, WebEvent::visitorId),
                                firsts.stream().map(WebEvent::occurredAt).toArray(Instant[]::new),
                                business)
                        .list(connection, row -> row.getString(1)));
    }

    /** All visits of these visitors. */
    static List<Visit> of(Connection connection, String business, Collection<String> visitors) throws SQLException {
        return Sql.of(
                        "select " + COLUMNS + " from visit where business_id = ? and visitor_id = any (?)",
                        business,
                        visitors.toArray(String[]::new))
                .list(connection, VisitTable::visit);
    }

    /** @param numbers the number of each visitor */
    static void insert(Connection connection, String business, List<Visit> visits, Map<String, Integer> numbers)
            throws SQLException {
        // A stretch of a list of texts is found by walking to it, so the lists are kept short.
        for (int i = 0; i < visits.size(); i += AT_ONCE) {
            insertSome(connection, business, visits.subList(i, Math.min(visits.size(), i + AT_ONCE)), numbers);
        }
    }

    private static void insertSome(
            Connection connection, String business, List<Visit> visits, Map<String, Integer> numbers)
            throws SQLException {
        Views views = Views.of(visits);
        // An array of arrays must be a rectangle, so each visit takes its stretch of one long list.
        Sql.of(
                        """
                        insert into visit (business_id, page_views, actions, goals, view_seq, view_at, view_us, view_page, visitor_id,
                          visitor_number, began_at, ended_at, duration_us, engaged, customer_id, events, traffic_channel, utm_source,
                          utm_medium, utm_campaign, entry_page, exit_page, device, browser, country, language)
                        select ?, last_view - first_view + 1, string_to_array(actions, ','),
                          string_to_array(goals, ','), all_seq[first_view:last_view],
                          all_at[first_view:last_view], all_us[first_view:last_view], all_page[first_view:last_view],
                          visitor_id, visitor_number, began_at, ended_at, duration_us, engaged, customer_id, events, traffic_channel,
                          utm_source, utm_medium, utm_campaign, entry_page, exit_page, device, browser, country, language
                        from (select ?::bigint[] as all_seq, ?::timestamptz[] as all_at, ?::bigint[] as all_us, ?::text[] as all_page) views,
                          unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as v (first_view, last_view, actions, goals,
                            visitor_id, visitor_number, began_at, ended_at, duration_us, engaged, customer_id, events, traffic_channel,
                            utm_source, utm_medium, utm_campaign, entry_page, exit_page, device, browser, country, language)
                        """,
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
                        visits.stream()
                                .map(visit -> numbers.get(visit.visitorId()))
                                .toArray(Integer[]::new),
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
                        texts(visits, Visit::language))
                .update(connection);
    }

    static void removeAll(Connection connection, String business) throws SQLException {
        Sql.of("delete from visit where business_id = ?", business).update(connection);
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
