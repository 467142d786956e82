package io.rapport.metrics.segment;

import java.time.Instant;

/**
 * A segment that a business has saved.
 *
 * @param requestHash of the request that made it, where one with an idempotency key did; else null
 */
record SegmentRow(
        String id,
        String name,
        Rule rule,
        int version,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        String requestHash) {

    Rule.Saved saved() {
        return new Rule.Saved(id, name, rule);
    }
}
