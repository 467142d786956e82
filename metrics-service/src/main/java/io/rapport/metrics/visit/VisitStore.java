package io.rapport.metrics.visit;

import io.rapport.metrics.event.EventTypes;
import io.rapport.metrics.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables behind visits. */
@ApplicationScoped
class VisitStore {

    /** Takes away the visits that touch these spans or come within a visit's longest gap of them; tells where they lay. */
    List<VisitDerivation.Touch> removeAround(
            Connection connection, String business, Collection<VisitDerivation.Touch> touches) throws SQLException {
        List<VisitDerivation.Touch> removed = Sql.of(
                        "delete from visit v using unnest(?, ?, ?) as t (visitor_id, since, until)"
                                + " where v.business_id = ? and v.visitor_id = t.visitor_id"
                                + " and v.began_at <= t.until + interval '30 minutes'"
                                + " and v.ended_at >= t.since - interval '30 minutes'"
                                + " returning v.visitor_id, v.began_at, v.ended_at",
                        visitorIds(touches),
                        instants(touches, VisitDerivation.Touch::from),
                        instants(touches, VisitDerivation.Touch::to),
                        business)
                .list(connection, VisitStore::touch);
        Sql.of(
                        "delete from page_view p using unnest(?, ?, ?) as t (visitor_id, since, until)"
                                + " where p.business_id = ? and p.visitor_id = t.visitor_id"
                                + " and p.occurred_at between t.since and t.until",
                        visitorIds(removed),
                        instants(removed, VisitDerivation.Touch::from),
                        instants(removed, VisitDerivation.Touch::to),
                        business)
                .update(connection);
        return removed;
    }

    /** The counted web events of these visitors in these spans. */
    Map<String, List<WebEvent>> events(
            Connection connection, String business, Collection<VisitDerivation.Touch> windows) throws SQLException {
        return Sql.of(
                        """
                        select e.seq, e.source, e.id, e.visitor_id, e.occurred_at, e.type, e.channel, e.page_url, e.referrer,
                          e.campaign, e.customer_id, e.country, e.language
                        from unnest(?, ?, ?) as t (visitor_id, since, until)
                        join event e on e.business_id = ? and e.visitor_id = t.visitor_id
                          and e.occurred_at between t.since and t.until
                        where e.left_out is null
                        """,
                        visitorIds(windows),
                        instants(windows, VisitDerivation.Touch::from),
                        instants(windows, VisitDerivation.Touch::to),
                        business)
                .list(connection, VisitStore::webEventOrNull)
                .stream()
                .filter(event -> event != null)
                .collect(Collectors.groupingBy(WebEvent::visitorId));
    }

    /** Who these visitors were, by the links that hold. */
    Map<String, VisitorOwners> owners(Connection connection, String business, Collection<VisitDerivation.Touch> windows)
            throws SQLException {
        record Row(String visitorId, VisitorOwners.Link link) {}
        Map<String, List<VisitorOwners.Link>> links = Sql.of(
                        "select id, occurred_at, customer_id from identity_link"
                                + " where business_id = ? and id_type = 'visitor' and id = any (?) and undone_at is null"
                                + " order by occurred_at, seq",
                        business,
                        visitorIds(windows))
                .list(
                        connection,
                        row -> new Row(
                                row.getString("id"),
                                new VisitorOwners.Link(Sql.instant(row, "occurred_at"), row.getString("customer_id"))))
                .stream()
                .collect(Collectors.groupingBy(Row::visitorId, Collectors.mapping(Row::link, Collectors.toList())));
        Map<String, VisitorOwners> owners = new HashMap<>();
        links.forEach((visitor, list) -> owners.put(visitor, new VisitorOwners(list)));
        return owners;
    }

    void insert(Connection connection, String business, List<Visit> visits) throws SQLException {
        VisitRows.insertVisits(connection, business, visits);
        VisitRows.insertPageViews(connection, business, visits);
    }

    /** Every visitor with an event of this business. */
    List<String> visitors(Connection connection, String business) throws SQLException {
        return Sql.of(
                        "select distinct visitor_id from event where business_id = ? and visitor_id is not null",
                        business)
                .list(connection, row -> row.getString(1));
    }

    void removeAll(Connection connection, String business) throws SQLException {
        Sql.of("delete from visit where business_id = ?", business).update(connection);
        Sql.of("delete from page_view where business_id = ?", business).update(connection);
    }

    private static VisitDerivation.Touch touch(ResultSet row) throws SQLException {
        return new VisitDerivation.Touch(
                row.getString("visitor_id"), Sql.instant(row, "began_at"), Sql.instant(row, "ended_at"));
    }

    private static WebEvent webEventOrNull(ResultSet row) throws SQLException {
        String type = row.getString("type");
        if (!EventTypes.isWeb(type, row.getString("channel"))) {
            return null;
        }
        return new WebEvent(
                row.getLong("seq"),
                row.getString("source"),
                row.getString("id"),
                row.getString("visitor_id"),
                Sql.instant(row, "occurred_at"),
                type.equals(EventTypes.PAGE_VIEW),
                row.getString("page_url"),
                row.getString("referrer"),
                row.getString("campaign"),
                row.getString("customer_id"),
                row.getString("country"),
                row.getString("language"));
    }

    private static String[] visitorIds(Collection<VisitDerivation.Touch> touches) {
        return touches.stream().map(VisitDerivation.Touch::visitorId).toArray(String[]::new);
    }

    private static Instant[] instants(
            Collection<VisitDerivation.Touch> touches, Function<VisitDerivation.Touch, Instant> end) {
        return touches.stream().map(end).toArray(Instant[]::new);
    }
}
