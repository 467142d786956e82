package io.rapport.metrics.metric;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.segment.AsOf;
import io.rapport.metrics.segment.Segment;
import java.time.Instant;

/** Of whom, when and of which part a question is. */
public record Scope(Business business, Segment segment, Period period) {
    /** As of when the segment is looked at: the period's last day. */
    AsOf asOf() {
        return new AsOf(business, period.to().minusDays(1));
    }

    public Instant start() {
        return period.start(business.zone());
    }

    public Instant end() {
        return period.end(business.zone());
    }
}
