package io.rapport.metrics.retention;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.MetricQuery;
import io.rapport.metrics.metric.MoneyFact;
import io.rapport.metrics.metric.Scope;
import io.rapport.metrics.metric.SegmentFilter;
import io.rapport.metrics.sql.Sql;
import java.time.Instant;

/** The orders that cohorts look at: those of known customers, ever, up to a moment. */
final class Purchases {
    static final FactSource SOURCE = new FactSource(
            "value_fact",
            "occurred_at",
            "seq",
            "type = 'purchase' and set_aside is null and customer_id is not null",
            FactSource.columns("channel", "campaign", "location", "product"),
            "",
            MoneyFact::read,
            FactSource.Freshness.WHEN_DERIVED);

    private Purchases() {}

    /** From, where and the segment's conditions, with the table named {@code f}. */
    static Sql until(Instant asOf, Business business, MetricQuery query) {
        return Sql.of(
                        "from value_fact f where f.business_id = ? and f.type = 'purchase' and f.set_aside is null"
                                + " and f.customer_id is not null and f.occurred_at <= ?",
                        business.id(),
                        asOf)
                .add(SegmentFilter.of(SOURCE, new Scope(business, query.segment(), query.period())));
    }
}
