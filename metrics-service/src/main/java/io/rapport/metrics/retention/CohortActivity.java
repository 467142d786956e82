package io.rapport.metrics.retention;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.FactSource.Column;
import io.rapport.metrics.metric.MetricQuery;
import io.rapport.metrics.metric.MoneyFact;
import io.rapport.metrics.metric.Scope;
import io.rapport.metrics.metric.SegmentFilter;
import io.rapport.metrics.segment.Segment;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.value.ValueSources;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * In which months customers were active since which: ordered, or had a subscription that ran.
 *
 * @param segment whose activity
 * @param asOf up to when
 * @param starts of the months, by whose numbers from 1 they are told; what was before the first is in month 0
 */
record CohortActivity(Business business, MetricQuery query, Segment segment, Instant asOf, Instant[] starts) {
    static final FactSource SOURCE = new FactSource(
            "value_fact",
            "occurred_at",
            "seq",
            "type <> 'refund' and set_aside is null and customer_id is not null",
            dimensions(),
            "",
            MoneyFact::read,
            FactSource.Freshness.WHEN_DERIVED);

    static final List<String> BREAKDOWNS = ValueSources.STAYING.dimensions().keySet().stream()
            .filter(dimension -> !dimension.equals(ValueSources.COHORT))
            .toList();

    /** A month of those who began in another. */
    record Pair(int first, int month) {}

    /** How many customers by the keys of a dimension; without one there is one key, null, where there is anybody. */
    Map<String, Map<Pair, Long>> by(Connection connection, Basis basis, String dimension) throws SQLException {
        Map<String, Map<Pair, Long>> found = new LinkedHashMap<>();
        if (starts.length > 0) {
            FactSource rows = StayingUnits.subscriptions(SOURCE);
            Sql.of("select " + ValueSources.key(rows, dimension) + " as key, f.first, f.month, count(*) from (")
                    .add(basis == Basis.CONTRACTUAL ? subscribed(rows) : ordered())
                    .add(") f where f.first > 0 group by 1, 2, 3")
                    .list(connection, row -> found.computeIfAbsent(row.getString(1), key -> new HashMap<>())
                            .put(new Pair(row.getInt(2), row.getInt(3)), row.getLong(4)));
        }
        return found;
    }

    private Sql ordered() {
        return Sql.of(
                        "select b.*, null::text as plan, min(b.month) over (partition by b.customer_id) as first from"
                                + " (select distinct f.business_id, f.customer_id, width_bucket(f.occurred_at, ?) as month"
                                + " from value_fact f where f.business_id = ? and f.type = 'purchase' and f.set_aside is null"
                                + " and f.customer_id is not null and f.occurred_at <= ?",
                        starts,
                        business.id(),
                        asOf)
                .add(SegmentFilter.of(SOURCE, scope()))
                .add(") b");
    }

    /** A subscription that ends as a month begins doesn't run in it; one that ends as it begins runs in that month. */
    private Sql subscribed(FactSource rows) {
        return Sql.of(
                        "select distinct r.business_id, r.customer_id, r.plan, r.first, month from (select f.business_id, f.customer_id,"
                                + " width_bucket(f.began_at, ?) as began,"
                                + " width_bucket(least(f.ended_at - interval '1 microsecond', ?), ?) as ended,"
                                + " min(width_bucket(f.began_at, ?)) over customer as first,"
                                + " first_value(f.plan) over (customer order by f.began_at, f.subject, f.span) as plan"
                                + " from (select s.*, null::text as visitor_id, null::text as product from customer_subscription s) f"
                                + " where f.business_id = ? and f.customer_id is not null and f.began_at <= ?",
                        starts,
                        asOf,
                        starts,
                        starts,
                        business.id(),
                        asOf)
                .add(SegmentFilter.of(rows, scope()))
                .add("window customer as (partition by f.customer_id)) r"
                        + " cross join generate_series(r.began, greatest(r.began, r.ended)) month where r.first > 0");
    }

    private Scope scope() {
        return new Scope(business, segment, query.period());
    }

    private static Map<String, Column> dimensions() {
        Map<String, Column> dimensions =
                new LinkedHashMap<>(FactSource.columns("channel", "campaign", "location", "product"));
        dimensions.putAll(ValueSources.STAYING.dimensions());
        return dimensions;
    }
}
