package io.rapport.metrics.metric;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.segment.Segment;
import java.time.Instant;

/** Of whom, when and of which part a question is. */
public record Scope(Business business, Segment segment, Period period) {
    public Instant start() {
        return period.start(business.zone());
    }

    public Instant end() {
        return period.end(business.zone());
    }
}
