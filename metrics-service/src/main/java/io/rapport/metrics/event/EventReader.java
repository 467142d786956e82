package io.rapport.metrics.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import io.rapport.metrics.value.ValueTypes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /** A page's clock may be any: a year that RFC 3339 can write, and no other bound. */
    private static final Instant FAR_FUTURE = Instant.parse("9999-12-30T00:00:00Z");

    private final Instant now;
    private final RequestContext request;
    private final InternalTraffic.Of internal;

    /** @param request what the browser's own request says, or nothing where a server speaks for others */
    EventReader(Instant now, RequestContext request, InternalTraffic.Of internal) {
        this.now = now;
        this.request = request;
        this.internal = internal;
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
        String type = type(outer);
        return new Event(
                outer.requiredText("source", NAME),
                outer.requiredText("id", ID),
                type,
                occurredAt(outer, time, inner),
                visitorId(inner),
                inner.text("customerId", ID),
                inner.text("channel", NAME),
                inner.text("campaign", NAME),
                page(inner.child("page")),
                inner.text("touchpoint", NAME),
                inner.text("location", NAME),
                inner.text("product", NAME),
                context(inner.child("context"), type, properties),
                amount(inner.child("value"), type),
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

    /** A browser's clock may be wrong by hours: what it says is moved by as much as it is off when it sends. */
    private Instant occurredAt(JsonInput outer, String time, JsonInput inner) {
        Instant sentAt = inner.instant("sentAt", FAR_FUTURE);
        Duration behind = request.behind(sentAt, now);
        Instant said = outer.requiredInstant(time, behind.isZero() ? now : sentAt);
        if (said == null || behind.isZero()) {
            return said;
        }
        Instant corrected = said.plus(behind).truncatedTo(ChronoUnit.MICROS);
        return corrected.isBefore(JsonInput.EARLIEST)
                ? outer.refuse(time, "must lie between 1970-01-01 and a day from now")
                : corrected;
    }

    private String visitorId(JsonInput input) {
        String visitor = input.text("visitorId", ID);
        return visitor == null ? request.visitorId() : visitor;
    }

    private static Event.Page page(JsonInput input) {
        return input == null
                ? Event.Page.NONE
                : new Event.Page(input.text("url", URL), input.text("title", 500), input.text("referrer", URL));
    }

    /** What was given back is an amount of its own, not one below zero. */
    private static Event.Amount amount(JsonInput input, String type) {
        Event.Amount amount = Amounts.read(input);
        return amount != null && amount.minor() < 0 && type != null && ValueTypes.has(type)
                ? input.refuse("amount", "must not be negative")
                : amount;
    }

    private Event.Context context(JsonInput input, String type, JsonNode properties) {
        if (input == null) {
            return context(
                    null,
                    null,
                    null,
                    LeftOut.reason(type, request.userAgent(), request.prefetch(), internal.has(null), properties));
        }
        String agent = input.text("userAgent", 1_000);
        String country = input.text("country", 2);
        if (country != null && !COUNTRY.matcher(country).matches()) {
            input.refuse("country", "must be two capital letters such as IE");
        }
        boolean ahead = LeftOut.isAhead(input.text("purpose", 100)) || request.prefetch();
        boolean ownPeople = internal.has(input.text("ip", 45));
        String leftOut = Boolean.TRUE.equals(input.bool("automated"))
                ? LeftOut.BOT
                : LeftOut.reason(type, agent == null ? request.userAgent() : agent, ahead, ownPeople, properties);
        return context(agent, input.text("language", 35), country, leftOut);
    }

    private Event.Context context(String agent, String language, String country, String leftOut) {
        return new Event.Context(
                agent == null ? request.userAgent() : agent,
                language == null ? request.language() : language,
                country == null ? request.country() : country,
                leftOut);
    }

    static JsonNode properties(JsonInput input) {
        return input.free("properties", MOST_PROPERTIES);
    }
}
