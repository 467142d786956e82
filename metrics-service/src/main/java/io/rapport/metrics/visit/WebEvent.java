package io.rapport.metrics.visit;

import java.time.Instant;

/** A web event as the derivation of visits sees it: of one visitor, and counted (no bot's). */
record WebEvent(
        long seq,
        String source,
        String id,
        String visitorId,
        Instant occurredAt,
        boolean pageView,
        String pageUrl,
        String referrer,
        String campaign,
        String customerId,
        String country,
        String language) {}
