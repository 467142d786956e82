package io.rapport.metrics.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
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
        return new Event(
                input.requiredText("source", NAME),
                input.requiredText("id", ID),
                type(input),
                input.requiredInstant("occurredAt", now),
                input.text("visitorId", ID),
                input.text("customerId", ID),
                input.text("channel", NAME),
                input.text("campaign", NAME),
                page(input.child("page")),
                input.text("touchpoint", NAME),
                input.text("location", NAME),
                input.text("product", NAME),
                context(input.child("context")),
                amount(input.child("value")),
                properties(input));
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

    private static Event.Amount amount(JsonInput input) {
        if (input == null) {
            return null;
        }
        BigDecimal amount = input.requiredDecimal("amount");
        String code = input.requiredText("currency", 3);
        Currency currency = code == null ? null : currency(code);
        if (code != null && currency == null) {
            input.refuse("currency", "must be an ISO 4217 code such as EUR");
        }
        return amount == null || currency == null ? null : minor(input, amount, currency);
    }

    private static Event.Amount minor(JsonInput input, BigDecimal amount, Currency currency) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        BigDecimal minor = amount.movePointRight(digits).stripTrailingZeros();
        if (minor.scale() > 0) {
            return input.refuse("amount", "must have at most " + digits + " decimal places");
        }
        return minor.precision() - minor.scale() > 15
                ? input.refuse("amount", "must have at most 15 digits in minor units")
                : new Event.Amount(minor.longValueExact(), currency.getCurrencyCode());
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static String properties(JsonInput input) {
        JsonNode properties = input.free("properties", MOST_PROPERTIES);
        return properties == null ? null : properties.toString();
    }
}
