package io.rapport.metrics.visit;

import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Writes derived visits and page views, many rows with one statement. */
final class VisitRows {
    private VisitRows() {}

    static void insertVisits(Connection connection, String business, List<Visit> visits) throws SQLException {
        Sql.of(
                        """
                        insert into visit (business_id, visitor_id, began_at, ended_at, events, page_views, customer_id,
                          traffic_channel, utm_source, utm_medium, utm_campaign, entry_page, exit_page, country, language)
                        select ?, v.* from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as v
                        """,
                        business,
                        texts(visits, Visit::visitorId),
                        visits.stream().map(Visit::beganAt).toArray(Instant[]::new),
                        visits.stream().map(Visit::endedAt).toArray(Instant[]::new),
                        visits.stream().map(visit -> visit.events().size()).toArray(Integer[]::new),
                        visits.stream().map(visit -> visit.pageViews().size()).toArray(Integer[]::new),
                        texts(visits, Visit::customerId),
                        texts(visits, visit -> visit.traffic().channel()),
                        texts(visits, visit -> visit.traffic().source()),
                        texts(visits, visit -> visit.traffic().medium()),
                        texts(visits, visit -> visit.traffic().campaign()),
                        texts(visits, Visit::entryPage),
                        texts(visits, Visit::exitPage),
                        texts(visits, Visit::country),
                        texts(visits, Visit::language))
                .update(connection);
    }

    static void insertPageViews(Connection connection, String business, List<Visit> visits) throws SQLException {
        List<Viewed> views = visits.stream()
                .flatMap(visit -> visit.pageViews().stream().map(event -> new Viewed(visit, event)))
                .toList();
        Sql.of(
                        """
                        insert into page_view (business_id, visitor_id, occurred_at, seq, page, customer_id,
                          traffic_channel, utm_source, utm_medium, utm_campaign, country, language)
                        select ?, v.* from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as v
                        """,
                        business,
                        texts(views, view -> view.event.visitorId()),
                        views.stream().map(view -> view.event.occurredAt()).toArray(Instant[]::new),
                        views.stream().map(view -> view.event.seq()).toArray(Long[]::new),
                        texts(views, view -> PagePath.of(view.event.pageUrl())),
                        texts(views, view -> view.visit.customerId()),
                        texts(views, view -> view.visit.traffic().channel()),
                        texts(views, view -> view.visit.traffic().source()),
                        texts(views, view -> view.visit.traffic().medium()),
                        texts(views, view -> view.visit.traffic().campaign()),
                        texts(views, view -> view.visit.country()),
                        texts(views, view -> view.visit.language()))
                .update(connection);
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private record Viewed(Visit visit, WebEvent event) {}
}
