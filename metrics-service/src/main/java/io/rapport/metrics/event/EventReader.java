package io.rapport.metrics.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Reads events from a request body and names every rule that one of them breaks. */
final class EventReader {
    static final int MOST = 1_000;
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int ID = 200;
    private static final int NAME = 200;
    private static final int URL = 2_000;
    private static final int MOST_PROPERTIES = 200;

    private final Instant now;
    private final RequestContext request;

    /** @param request what the browser's own request says, or nothing where a server speaks for others */
    EventReader(Instant now, RequestContext request) {
        this.now = now;
        this.request = request;
    }

    List<Event> read(JsonNode body) {
        List<JsonInput> inputs = JsonInput.oneOrMany(body, MOST);
        List<Event> events = inputs.stream().map(this::event).toList();
        JsonInput.finish(inputs);
        return events;
    }

    private Event event(JsonInput input) {
        return event(input, "occurredAt", input, properties(input));
    }

    /**
     * Reads an event whose members stand in two places.
     *
     * @param outer has source, id and type
     * @param time what {@code outer} calls the time at which it happened
     * @param inner has everything else
     */
    Event event(JsonInput outer, String time, JsonInput inner, JsonNode properties) {
        return new Event(
                outer.requiredText("source", NAME),
                outer.requiredText("id", ID),
                type(outer),
                outer.requiredInstant(time, now),
                inner.text("visitorId", ID),
                inner.text("customerId", ID),
                inner.text("channel", NAME),
                inner.text("campaign", NAME),
                page(inner.child("page")),
                inner.text("touchpoint", NAME),
                inner.text("location", NAME),
                inner.text("product", NAME),
                context(inner.child("context")),
                Amounts.read(inner.child("value")),
                properties == null ? null : properties.toString());
    }

    private String type(JsonInput input) {
        String type = input.requiredText("type", 64);
        if (type == null) {
            return null;
        }
        if (!TYPE.matcher(type).matches()) {
            return input.refuse("type", "must be lower-case letters, digits and _ such as page_view");
        }
        return type;
    }

    private static Event.Page page(JsonInput input) {
        return input == null
                ? Event.Page.NONE
                : new Event.Page(input.text("url", URL), input.text("title", 500), input.text("referrer", URL));
    }

    private Event.Context context(JsonInput input) {
        if (input == null) {
            return new Event.Context(request.userAgent(), request.language(), null);
        }
        String agent = input.text("userAgent", 1_000);
        String language = input.text("language", 35);
        String country = input.text("country", 2);
        if (country != null && !COUNTRY.matcher(country).matches()) {
            input.refuse("country", "must be two capital letters such as IE");
        }
        // Taken so that a client may send it, and dropped: addresses are never stored.
        input.text("ip", 45);
        return new Event.Context(
                agent == null ? request.userAgent() : agent, language == null ? request.language() : language, country);
    }

    static JsonNode properties(JsonInput input) {
        return input.free("properties", MOST_PROPERTIES);
    }
}
