package io.rapport.metrics.support;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something that somebody did, as it is sent. */
public record Deed(
        String id,
        String type,
        Instant at,
        String customer,
        String visitor,
        String channel,
        String campaign,
        boolean bot,
        Map<String, Object> properties) {

    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("source", "test");
        json.put("type", type);
        json.put("occurredAt", at.toString());
        json.put("customerId", customer);
        json.put("visitorId", visitor);
        json.put("channel", channel);
        json.put("campaign", campaign);
        json.put("context", bot ? Map.of("userAgent", "Googlebot/2.1") : null);
        json.put("properties", properties);
        return json;
    }

    public String property(String name) {
        Object value = properties.get(name);
        return value == null ? null : value.toString();
    }
}
