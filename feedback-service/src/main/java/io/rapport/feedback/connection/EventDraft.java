package io.rapport.feedback.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.feedback.outbox.Onward;
import java.math.BigDecimal;
import java.time.Instant;

/** An event for metrics-service, in the form of its API. What is null is left out. */
public final class EventDraft {
    private static final int LONGEST = 200;
    private final ObjectNode event = JsonNodeFactory.instance.objectNode();
    private final ObjectNode properties = JsonNodeFactory.instance.objectNode();

    /** @param id the same for the same thing, whichever delivery tells of it: it is counted once by source and id */
    public EventDraft(String source, String id, String type, Instant occurredAt) {
        event.put("source", source).put("id", id).put("type", type).put("occurredAt", occurredAt.toString());
    }

    public EventDraft with(String member, String value) {
        if (value != null && !value.isEmpty()) {
            event.put(member, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
        }
        return this;
    }

    public EventDraft member(String member, JsonNode value) {
        event.set(member, value);
        return this;
    }

    public EventDraft property(String name, String value) {
        if (value != null && !value.isEmpty()) {
            properties.put(name, value);
        }
        return this;
    }

    public EventDraft property(String name, JsonNode value) {
        if (value != null && !value.isNull() && !value.isMissingNode()) {
            properties.set(name, value);
        }
        return this;
    }

    /** @param currency its code, in whatever case */
    public EventDraft value(BigDecimal amount, String currency) {
        if (amount != null && currency != null) {
            BigDecimal plain = amount.stripTrailingZeros();
            event.putObject("value")
                    .put("amount", (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString())
                    .put("currency", currency.toUpperCase(java.util.Locale.ROOT));
        }
        return this;
    }

    public Change change() {
        if (!properties.isEmpty()) {
            event.set("properties", properties);
        }
        return new Change.Onwards(Onward.Target.EVENT, event);
    }

    /** Links an e-mail address to a customer since then. */
    public static Change identified(String email, String customerId, Instant at) {
        ObjectNode link = JsonNodeFactory.instance.objectNode();
        link.put("email", email.strip()).put("customerId", customerId).put("occurredAt", at.toString());
        return new Change.Onwards(Onward.Target.IDENTITY, link);
    }
}
