package io.rapport.metrics.visit;

import io.rapport.metrics.event.EventTypes;
import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The facts that visits are derived from. */
final class VisitEvents {
    private VisitEvents() {}

    /** The counted web events of these visitors in these spans. */
    static Map<String, List<WebEvent>> in(Connection connection, String business, Collection<VisitTasks.Touch> windows)
            throws SQLException {
        return Sql.of(
                        """
                        select e.seq, e.source, e.id, e.visitor_id, e.occurred_at, e.type, e.channel, e.page_url, e.referrer,
                          e.campaign, coalesce(a.known_as, e.customer_id) as customer_id, e.country, e.language, g.name as user_agent
                        from unnest(?, ?, ?) as t (visitor, since, until)
                        join event e on e.business_id = ? and e.visitor_id = t.visitor
                          and e.occurred_at between t.since and t.until
                        left join customer_alias a on a.business_id = e.business_id and a.customer_id = e.customer_id
                        left join agent g on g.business_id = e.business_id and g.number = e.agent
                        where e.left_out is null
                        """,
                        visitorIds(windows),
                        windows.stream().map(VisitTasks.Touch::from).toArray(Instant[]::new),
                        windows.stream().map(VisitTasks.Touch::to).toArray(Instant[]::new),
                        business)
                .list(connection, VisitEvents::webEventOrNull)
                .stream()
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(WebEvent::visitorId));
    }

    /** Who these visitors were, by the links that hold. */
    static Map<String, VisitorOwners> owners(
            Connection connection, String business, Collection<VisitTasks.Touch> windows) throws SQLException {
        record Row(String visitorId, VisitorOwners.Link link) {}
        Map<String, List<VisitorOwners.Link>> links = Sql.of(
                        "select l.id, l.occurred_at, coalesce(a.known_as, l.customer_id) as customer_id"
                                + " from identity_link l left join customer_alias a on a.business_id = l.business_id"
                                + " and a.customer_id = l.customer_id where l.business_id = ? and l.id_type = 'visitor'"
                                + " and l.id = any (?) and l.undone_at is null order by l.occurred_at, l.seq",
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
                type,
                row.getString("page_url"),
                row.getString("referrer"),
                row.getString("campaign"),
                row.getString("customer_id"),
                row.getString("country"),
                row.getString("language"),
                row.getString("user_agent"));
    }

    private static String[] visitorIds(Collection<VisitTasks.Touch> touches) {
        return touches.stream().map(VisitTasks.Touch::visitorId).toArray(String[]::new);
    }
}
