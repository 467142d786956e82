package io.rapport.metrics.value;

import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What is derived of facts about money, in its tables. */
final class ValueTable {
    private static final String FACT =
            "source, id, seq, type, occurred_at, day, subject, customer_id, visitor_id, recipient,"
                    + " phone, handle, channel, campaign, location, product, original_minor, currency, amount_minor, set_aside";
    private static final String SPAN =
            "subject, span, customer_id, plan, annual_minor, began_at, ended_at, ended_by, reason, channel, campaign, location";

    private ValueTable() {}

    /** Takes away all that was derived of these subjects. @return whose it was */
    static Set<String> remove(Connection connection, String business, Collection<String> subjects) throws SQLException {
        Object of = subjects.toArray(String[]::new);
        Sql.of("delete from customer_subscription where business_id = ? and subject = any (?)", business, of)
                .update(connection);
        Set<String> customers = new TreeSet<>();
        Sql.of("delete from value_fact where business_id = ? and subject = any (?) returning customer_id", business, of)
                .list(connection, row -> row.getString(1) != null && customers.add(row.getString(1)));
        return customers;
    }

    static void removeAll(Connection connection, String business) throws SQLException {
        for (String table : List.of("value_fact", "customer_subscription", "customer_value")) {
            Sql.of("delete from " + table + " where business_id = ?", business).update(connection);
        }
    }

    static void insert(Connection connection, String business, List<Entry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        Sql.of(insert("value_fact", FACT, 20), business)
                .with(texts(entries, entry -> entry.fact().source()))
                .with(texts(entries, entry -> entry.fact().id()))
                .with(entries.stream().map(entry -> entry.fact().seq()).toArray(Long[]::new))
                .with(texts(entries, entry -> entry.fact().type()))
                .with(entries.stream().map(entry -> entry.fact().at()).toArray(Instant[]::new))
                .with(entries.stream().map(entry -> entry.fact().day()).toArray(LocalDate[]::new))
                .with(texts(entries, entry -> entry.fact().subject()))
                .with(texts(entries, entry -> entry.person().customer()))
                .with(texts(entries, entry -> entry.person().visitor()))
                .with(texts(entries, entry -> entry.person().recipient()))
                .with(texts(entries, entry -> entry.person().phone()))
                .with(texts(entries, entry -> entry.person().handle()))
                .with(texts(entries, entry -> entry.place().channel()))
                .with(texts(entries, entry -> entry.place().campaign()))
                .with(texts(entries, entry -> entry.place().location()))
                .with(texts(entries, entry -> entry.place().product()))
                .with(entries.stream().map(entry -> entry.fact().minor()).toArray(Long[]::new))
                .with(texts(entries, entry -> entry.fact().currency()))
                .with(entries.stream().map(Entry::amount).toArray(Long[]::new))
                .with(texts(entries, Entry::setAside))
                .update(connection);
    }

    /** Spans of subscriptions, numbered from 0 in each. */
    static void insertSpans(Connection connection, String business, List<Span> spans, List<Integer> numbers)
            throws SQLException {
        if (spans.isEmpty()) {
            return;
        }
        Sql.of(insert("customer_subscription", SPAN, 12), business)
                .with(texts(spans, Span::subject))
                .with(numbers.toArray(Integer[]::new))
                .with(texts(spans, Span::customer))
                .with(texts(spans, Span::plan))
                .with(spans.stream().map(Span::annual).toArray(Long[]::new))
                .with(spans.stream().map(Span::began).toArray(Instant[]::new))
                .with(spans.stream().map(Span::ended).toArray(Instant[]::new))
                .with(texts(spans, Span::endedBy))
                .with(texts(spans, Span::reason))
                .with(texts(spans, span -> span.place().channel()))
                .with(texts(spans, span -> span.place().campaign()))
                .with(texts(spans, span -> span.place().location()))
                .update(connection);
    }

    /** Sums anew what these customers have ordered, and since when they are customers. */
    static void sum(Connection connection, String business, Set<String> customers) throws SQLException {
        Object of = customers.toArray(String[]::new);
        Sql.of("delete from customer_value where business_id = ? and customer_id = any (?)", business, of)
                .update(connection);
        Sql.of(
                        """
                        insert into customer_value (business_id, customer_id, orders, unpriced, purchase_days, spent_minor,
                          refunded_minor, first_order_at, last_order_at, joined_at, first_channel, first_campaign, first_location, first_product)
                        select business_id, customer_id, count(*) filter (where type = 'purchase'),
                          count(*) filter (where type = 'purchase' and amount_minor is null),
                          count(distinct day) filter (where type = 'purchase'),
                          coalesce(sum(amount_minor) filter (where type = 'purchase'), 0),
                          coalesce(sum(amount_minor) filter (where type = 'refund'), 0),
                          min(occurred_at) filter (where type = 'purchase'), max(occurred_at) filter (where type = 'purchase'),
                          min(occurred_at) filter (where type in (begins)),
                          first(channel), first(campaign), first(location), first(product)
                        from value_fact
                        where business_id = ? and customer_id = any (?) and set_aside is null
                        group by business_id, customer_id
                        having count(*) filter (where type in (begins)) > 0
                        """.replaceAll(
                                        "first\\((\\w+)\\)",
                                        "(array_agg($1 order by occurred_at, source, id) filter (where type in (begins)))[1]")
                                .replace("begins", "'purchase', 'subscription_started', 'subscription_renewed'"),
                        business,
                        of)
                .update(connection);
    }

    private static String insert(String table, String columns, int many) {
        return "insert into " + table + " (business_id, " + columns + ") select ?, t.* from unnest("
                + "?, ".repeat(many - 1) + "?) as t";
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
