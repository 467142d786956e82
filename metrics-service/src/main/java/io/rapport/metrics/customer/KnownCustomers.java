package io.rapport.metrics.customer;

import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.MoneyFact;
import io.rapport.metrics.sql.Sql;
import java.util.Map;

/** The customers of a business as rows: those who ordered or subscribed, and those of whom a trait or another id is known. */
final class KnownCustomers {
    /** What segments of customers can ask for. Statements name its rows {@code f}. */
    static final FactSource SOURCE = new FactSource(
            "customer",
            "last_order_at",
            "customer_id",
            null,
            Map.of(
                    "tier", FactSource.Column.of("f.tier"),
                    "channel", FactSource.Column.of("f.first_channel"),
                    "campaign", FactSource.Column.of("f.first_campaign"),
                    "location", FactSource.Column.of("f.first_location"),
                    "product", FactSource.Column.of("f.first_product")),
            "",
            MoneyFact::read,
            FactSource.Freshness.WHEN_DERIVED);

    private static final String COLUMNS = """
            select k.business_id, k.customer_id, null::text as visitor_id, v.orders, v.unpriced, v.spent_minor, v.refunded_minor,
              v.first_order_at, v.last_order_at, v.first_channel, v.first_campaign, v.first_location, v.first_product,
              p.as_of, p.recency_days, p.orders as scored_orders, p.spent_minor as scored_minor, p.recency_score,
              p.frequency_score, p.monetary_score, p.tier, p.p_alive, p.purchases_90, p.purchases_365, p.order_value, p.value_90,
              p.value_365, p.churn_risk, p.detail
            """;
    private static final String JOINS = """
            left join customer_value v on v.business_id = k.business_id and v.customer_id = k.customer_id
            left join customer_prediction p on p.business_id = k.business_id and p.customer_id = k.customer_id
            """;
    private static final String ALL = """
            from (
              select business_id, customer_id from customer_value where business_id = ?
              union select business_id, customer_id from customer_trait where business_id = ?
              union select l.business_id, coalesce(a.known_as, l.customer_id) from identity_link l
                left join customer_alias a on a.business_id = l.business_id and a.customer_id = l.customer_id
                where l.business_id = ? and l.undone_at is null) k
            """;

    private KnownCustomers() {}

    /** All of them. */
    static Sql all(String business) {
        return Sql.of(COLUMNS + ALL + JOINS, business, business, business);
    }

    /** One of them. */
    static Sql one(String business, String customer) {
        return Sql.of(
                COLUMNS + "from (select ?::text as business_id, ?::text as customer_id) k " + JOINS,
                business,
                customer);
    }
}
