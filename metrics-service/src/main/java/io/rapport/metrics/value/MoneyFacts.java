package io.rapport.metrics.value;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Reads the events that tell of money. */
final class MoneyFacts {
    private static final int LONGEST = 300;

    private MoneyFacts() {}

    /** Those of these events that are there and count: one whose events are no longer kept is as one that never was. */
    static List<MoneyFact> read(Connection connection, Business business, Collection<ValueTasks.Touch> touches)
            throws SQLException {
        if (touches.isEmpty()) {
            return List.of();
        }
        Instant kept = business.keptFrom() == null ? Instant.EPOCH : business.start(business.keptFrom());
        Instant[] times = touches.stream().map(ValueTasks.Touch::at).toArray(Instant[]::new);
        return Sql.of(
                        """
                        select e.source, e.id, e.seq, e.type, e.occurred_at, e.customer_id, e.visitor_id, e.recipient, e.channel,
                          e.campaign, e.location, e.product, e.amount_minor, e.currency, e.properties ->> 'phone' as phone,
                          e.properties ->> 'handle' as handle, e.properties ->> 'orderId' as order_id,
                          e.properties ->> 'subscriptionId' as subscription_id, e.properties ->> 'plan' as plan,
                          e.properties ->> 'period' as period, e.properties ->> 'reason' as reason
                        from unnest(?, ?, ?) as t (at, source, id)
                        join event_of_customer e on e.business_id = ? and e.type = any (?) and e.occurred_at = t.at
                          and e.source = t.source and e.id = t.id
                        where e.left_out is null and e.occurred_at >= ? and e.occurred_at between ? and ?
                        """,
                        times,
                        touches.stream().map(ValueTasks.Touch::source).toArray(String[]::new),
                        touches.stream().map(ValueTasks.Touch::id).toArray(String[]::new),
                        business.id(),
                        ValueTypes.all(),
                        kept,
                        touches.stream()
                                .map(ValueTasks.Touch::at)
                                .min(Instant::compareTo)
                                .orElseThrow(),
                        touches.stream()
                                .map(ValueTasks.Touch::at)
                                .max(Instant::compareTo)
                                .orElseThrow())
                .list(connection, row -> fact(row, business));
    }

    /** The events behind what was derived of these subjects. */
    static List<ValueTasks.Touch> about(Connection connection, String business, Set<String> subjects)
            throws SQLException {
        return touches(connection, business, Sql.of("subject = any (?)", (Object) subjects.toArray(String[]::new)));
    }

    /** The events that an id's link touches, of those that something was derived of. */
    static List<ValueTasks.Touch> linked(Connection connection, String business, List<Long> links) throws SQLException {
        record Link(String type, String id) {}
        List<Link> known = Sql.of(
                        "select distinct id_type, id from identity_link where business_id = ? and seq = any (?)",
                        business,
                        links.toArray(Long[]::new))
                .list(connection, row -> new Link(row.getString(1), row.getString(2)));
        if (known.isEmpty()) {
            return List.of();
        }
        String[] visitors = known.stream()
                .filter(link -> link.type().equals("visitor"))
                .map(Link::id)
                .toArray(String[]::new);
        String[] others = known.stream()
                .filter(link -> !link.type().equals("visitor"))
                .map(Link::id)
                .toArray(String[]::new);
        return touches(
                connection,
                business,
                Sql.of("(visitor_id = any (?)", (Object) visitors)
                        .add("or recipient = any (?)", (Object) others)
                        .add("or phone = any (?)", (Object) others)
                        .add("or handle = any (?))", (Object) others));
    }

    /** What was derived of these events is about. */
    static List<String> subjects(Connection connection, String business, Collection<ValueTasks.Touch> touches)
            throws SQLException {
        return Sql.of(
                        "select distinct v.subject from unnest(?, ?) as t (source, id) join value_fact v on v.business_id = ?"
                                + " and v.source = t.source and v.id = t.id",
                        touches.stream().map(ValueTasks.Touch::source).toArray(String[]::new),
                        touches.stream().map(ValueTasks.Touch::id).toArray(String[]::new),
                        business)
                .list(connection, row -> row.getString(1));
    }

    private static List<ValueTasks.Touch> touches(Connection connection, String business, Sql condition)
            throws SQLException {
        return Sql.of("select occurred_at, source, id from value_fact where business_id = ? and", business)
                .add(condition)
                .list(
                        connection,
                        row -> new ValueTasks.Touch(
                                Sql.instant(row, "occurred_at"), row.getString("source"), row.getString("id")));
    }

    private static MoneyFact fact(ResultSet row, Business business) throws SQLException {
        Instant at = Sql.instant(row, "occurred_at");
        LocalDate day = LocalDate.ofInstant(at, business.zone());
        String type = row.getString("type");
        Long minor = row.getObject("amount_minor", Long.class);
        String currency = row.getString("currency");
        MoneyFact.Person person = new MoneyFact.Person(
                row.getString("customer_id"),
                row.getString("visitor_id"),
                row.getString("recipient"),
                cut(row.getString("phone")),
                cut(row.getString("handle")));
        String named = cut(row.getString(ValueTypes.ofSubscription(type) ? "subscription_id" : "order_id"));
        boolean isNamed = named != null && !named.isEmpty();
        return new MoneyFact(
                row.getString("source"),
                row.getString("id"),
                row.getLong("seq"),
                type,
                at,
                day,
                isNamed ? kind(type) + named : unnamed(row, type, person),
                isNamed,
                person,
                new MoneyFact.Place(
                        row.getString("channel"),
                        row.getString("campaign"),
                        row.getString("location"),
                        row.getString("product")),
                minor,
                currency,
                minor == null ? null : business.rates().convert(minor, currency, day),
                cut(row.getString("plan")),
                cut(row.getString("period")),
                cut(row.getString("reason")));
    }

    /** An order without an id is one of its own; a customer's subscription without one is the customer's only one. */
    private static String unnamed(ResultSet row, String type, MoneyFact.Person person) throws SQLException {
        return ValueTypes.ofSubscription(type) && person.customer() != null
                ? "customer:" + person.customer()
                : "event:" + row.getString("source") + "/" + row.getString("id");
    }

    private static String kind(String type) {
        return ValueTypes.ofSubscription(type) ? "subscription:" : "order:";
    }

    private static String cut(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
