package io.rapport.metrics.retention;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.metric.EvidenceFact;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.MetricQuery;
import io.rapport.metrics.metric.Scope;
import io.rapport.metrics.metric.SegmentFilter;
import io.rapport.metrics.sql.Sql;
import java.time.Instant;

/** The purchases that retention looks at: those of known customers, ever, up to a moment. */
final class Purchases {
    static final FactSource SOURCE = new FactSource(
            "event_of_customer",
            "occurred_at",
            "seq",
            "type = 'purchase' and left_out is null and customer_id is not null",
            FactSource.columns("channel", "campaign", "location", "product"),
            "",
            EvidenceFact.PurchaseFact::read,
            FactSource.Freshness.AT_ONCE);

    private Purchases() {}

    /** From, where and the segment's conditions, with the table named {@code f}. */
    static Sql until(Instant asOf, Business business, MetricQuery query) {
        return Sql.of(
                        "from event_of_customer f where f.business_id = ? and f.type = 'purchase' and f.left_out is null"
                                + " and f.customer_id is not null and f.occurred_at <= ?",
                        business.id(),
                        asOf)
                .add(SegmentFilter.of(SOURCE, new Scope(business, query.segment(), query.period())));
    }
}
