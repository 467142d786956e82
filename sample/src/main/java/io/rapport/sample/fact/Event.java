package io.rapport.sample.fact;

import java.time.Instant;
import java.util.Map;

/** One event as {@code POST /v1/events} takes it; members that are null are left out of the JSON. */
public record Event(
        String id,
        String source,
        String type,
        Instant occurredAt,
        String visitorId,
        String customerId,
        String channel,
        String campaign,
        Page page,
        String touchpoint,
        String location,
        String product,
        Context context,
        Money value,
        Map<String, Object> properties) {}
