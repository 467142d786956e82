package io.rapport.metrics.visit;

import io.rapport.metrics.event.EventTypes;
import java.time.Instant;

/** A web event as the derivation of visits sees it: of one visitor, and counted (no bot's). */
record WebEvent(
        long seq,
        String source,
        String id,
        String visitorId,
        Instant occurredAt,
        String type,
        String pageUrl,
        String referrer,
        String campaign,
        String customerId,
        String country,
        String language,
        String userAgent) {

    boolean isPageView() {
        return type.equals(EventTypes.PAGE_VIEW);
    }

    boolean isPageLeave() {
        return type.equals(EventTypes.PAGE_LEAVE);
    }

    String page() {
        return PagePath.of(pageUrl);
    }
}
