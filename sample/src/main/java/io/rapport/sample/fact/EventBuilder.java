package io.rapport.sample.fact;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds an event of which most members are missing. */
public final class EventBuilder {
    private final String id;
    private final String source;
    private final String type;
    private final Instant occurredAt;
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private String visitorId;
    private String customerId;
    private String channel;
    private String campaign;
    private Page page;
    private String touchpoint;
    private String location;
    private String product;
    private Context context;
    private Money value;

    private EventBuilder(String id, String source, String type, Instant occurredAt) {
        this.id = id;
        this.source = source;
        this.type = type;
        this.occurredAt = occurredAt;
    }

    public static EventBuilder event(String id, String source, String type, Instant occurredAt) {
        return new EventBuilder(id, source, type, occurredAt);
    }

    public EventBuilder visitor(String id) {
        visitorId = id;
        return this;
    }

    public EventBuilder customer(String id) {
        customerId = id;
        return this;
    }

    public EventBuilder channel(String name) {
        channel = name;
        return this;
    }

    public EventBuilder campaign(String name) {
        campaign = name;
        return this;
    }

    public EventBuilder page(Page seen) {
        page = seen;
        return this;
    }

    public EventBuilder touchpoint(String name) {
        touchpoint = name;
        return this;
    }

    public EventBuilder location(String name) {
        location = name;
        return this;
    }

    public EventBuilder product(String name) {
        product = name;
        return this;
    }

    public EventBuilder context(Context of) {
        context = of;
        return this;
    }

    public EventBuilder value(Money amount) {
        value = amount;
        return this;
    }

    public EventBuilder property(String name, Object content) {
        properties.put(name, content);
        return this;
    }

    public Event build() {
        return new Event(
                id,
                source,
                type,
                occurredAt,
                visitorId,
                customerId,
                channel,
                campaign,
                page,
                touchpoint,
                location,
                product,
                context,
                value,
                properties.isEmpty() ? null : Collections.unmodifiableMap(properties));
    }
}
