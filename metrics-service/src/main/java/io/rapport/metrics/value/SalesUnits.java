package io.rapport.metrics.value;

import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.Scope;
import io.rapport.metrics.metric.SegmentFilter;
import io.rapport.metrics.sql.Sql;

/** Orders and their buyers as units of what is asked for. */
final class SalesUnits {
    private static final String NET =
            "coalesce(sum(case when f.type = 'purchase' then f.amount_minor else -f.amount_minor end)"
                    + " filter (where f.set_aside is null), 0)";
    private static final String PURCHASE = "f.type = 'purchase' and f.set_aside is null";

    private SalesUnits() {}

    /** Of each order, what it brought in within the span after refunds, over whether it was made in it. */
    static Sql orders(FactSource source, Scope scope, Sql spans, String dimension) {
        return select(
                source,
                scope,
                spans,
                dimension,
                NET,
                "count(*) filter (where " + PURCHASE + " and f.amount_minor is not null)",
                leftOut(),
                "and f.type in ('purchase', 'refund')",
                "f.subject");
    }

    /** Of each buyer, how many orders they made. */
    static Sql buyers(FactSource source, Scope scope, Sql spans, String dimension) {
        return select(
                source,
                scope,
                spans,
                dimension,
                "count(*)",
                "1",
                "0 as e1, 0 as e2, 0 as e3",
                counted(),
                "f.customer_id");
    }

    /** Of each buyer, whether they had ordered twice by the span's end. */
    static Sql repeaters(FactSource source, Scope scope, Sql spans, String dimension) {
        String again = "(select count(*) from (select from value_fact o where o.business_id = f.business_id"
                + " and o.customer_id = f.customer_id and o.type = 'purchase' and o.set_aside is null"
                + " and o.occurred_at < max(p.until) limit 2) two) / 2";
        return select(
                source,
                scope,
                spans,
                dimension,
                again,
                "1",
                "0 as e1, 0 as e2, 0 as e3",
                counted(),
                "f.business_id, f.customer_id");
    }

    /** Of each buyer, what they brought in after refunds; e1 are all orders, e2 those with an amount. */
    static Sql worth(FactSource source, Scope scope, Sql spans, String dimension) {
        return select(
                source,
                scope,
                spans,
                dimension,
                NET,
                "least(count(*) filter (where " + PURCHASE + "), 1)",
                "count(*) filter (where " + PURCHASE + ") as e1, count(*) filter (where " + PURCHASE
                        + " and f.amount_minor is not null) as e2, 0 as e3",
                "and f.type in ('purchase', 'refund') and f.set_aside is null and f.customer_id is not null",
                "f.customer_id");
    }

    private static String counted() {
        return "and " + PURCHASE + " and f.customer_id is not null";
    }

    static String leftOut() {
        return "count(*) filter (where f.set_aside is null and f.original_minor is null) as e1,"
                + " count(*) filter (where f.set_aside is null and f.original_minor is not null and f.amount_minor is null) as e2,"
                + " count(*) filter (where f.set_aside is not null) as e3";
    }

    private static Sql select(
            FactSource source,
            Scope scope,
            Sql spans,
            String dimension,
            String x,
            String o,
            String extras,
            String condition,
            String unit) {
        return Sql.of("select p.i, " + ValueSources.key(source, dimension) + " as key, " + x + " as x, " + o + " as o, "
                        + extras + " from")
                .add(spans)
                .add(
                        "join value_fact f on f.business_id = ? and f.occurred_at >= p.since and f.occurred_at < p.until "
                                + condition + " where true",
                        scope.business().id())
                .add(SegmentFilter.of(source, scope))
                .add("group by 1, 2, " + unit);
    }
}
