package io.rapport.feedback.connection.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.feedback.connection.Change;
import io.rapport.feedback.connection.EventDraft;
import io.rapport.feedback.connection.Hmac;
import io.rapport.feedback.connection.Payloads;
import io.rapport.feedback.outbox.Onward;
import io.rapport.frame.problem.Problems;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One call of Segment's, and what it means here. */
final class SegmentCall {
    private final Payloads payloads;
    private final JsonNode call;
    private final String type;
    private final Instant at;
    private final String source;

    SegmentCall(Payloads payloads, JsonNode call, String type, Instant receivedAt, String source) {
        if (!call.isObject()) {
            throw Problems.validation("batch", "must hold objects only");
        }
        this.payloads = payloads;
        this.call = call;
        this.type = type;
        this.at = when(call, receivedAt);
        this.source = source;
    }

    List<Change> changes() {
        return switch (type) {
            case "track" -> List.of(track());
            case "page" -> List.of(page("page_view"));
            case "screen" -> List.of(page("screen_view"));
            case "identify" -> identify();
            case "alias" -> alias();
            case "group" -> List.of(new Change.Passed("a group is not used"));
            default -> throw Problems.validation("type", "must be track, identify, page, screen, alias or group");
        };
    }

    private Change track() {
        JsonNode properties = call.path("properties");
        String name = Payloads.required(call, "/event");
        EventDraft draft = draft(SegmentNames.type(name));
        String currency = Payloads.text(properties.path("currency"));
        draft.value(money(properties), currency);
        String order = Payloads.text(properties.path("order_id"));
        members(draft, properties);
        return draft.property("orderId", order).property("event", name).change();
    }

    private Change page(String eventType) {
        JsonNode properties = call.path("properties");
        JsonNode context = call.at("/context/page");
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        for (String member : List.of("url", "title", "referrer")) {
            String value = Payloads.text(properties.path(member));
            String known = value == null ? Payloads.text(context.path(member)) : value;
            if (known != null) {
                page.put(member, known.substring(0, Math.min(known.length(), member.equals("title") ? 500 : 2_000)));
            }
        }
        EventDraft draft = draft(eventType);
        if (!page.isEmpty()) {
            draft.member("page", page);
        }
        return draft.property("name", Payloads.text(call.path("name"))).change();
    }

    private EventDraft draft(String eventType) {
        EventDraft draft = new EventDraft(source, id(), eventType, at)
                .with("visitorId", Payloads.text(call.path("anonymousId")))
                .with("customerId", Payloads.text(call.path("userId")))
                .with("campaign", Payloads.text(call.at("/context/campaign/name")));
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        put(context, "userAgent", "/context/userAgent", 1_000);
        put(context, "language", "/context/locale", 35);
        put(context, "ip", "/context/ip", 45);
        return context.isEmpty() ? draft : draft.member("context", context);
    }

    private void put(ObjectNode context, String member, String path, int longest) {
        String value = Payloads.text(call.at(path));
        if (value != null && value.length() <= longest) {
            context.put(member, value);
        }
    }

    /** Only members that are plain values: the rest stays in the raw delivery. */
    private static void members(EventDraft draft, JsonNode properties) {
        properties.properties().stream()
                .filter(one -> one.getValue().isValueNode())
                .limit(100)
                .forEach(one -> draft.property(one.getKey(), one.getValue()));
    }

    private List<Change> identify() {
        String user = Payloads.text(call.path("userId"));
        if (user == null) {
            return List.of(new Change.Passed("traits of somebody who isn't known"));
        }
        List<Change> links = new ArrayList<>();
        String anonymous = Payloads.text(call.path("anonymousId"));
        JsonNode traits = call.path("traits");
        String email = Payloads.text(traits.path("email"));
        if (anonymous != null) {
            links.add(link("visitorId", anonymous, user, traits));
        }
        if (email != null) {
            links.add(link("email", email.strip(), user, traits));
        }
        return links.isEmpty() ? List.of(new Change.Passed("there is nothing to link")) : links;
    }

    private List<Change> alias() {
        String user = Payloads.text(call.path("userId"));
        String before = Payloads.text(call.path("previousId"));
        return user == null || before == null || user.equals(before)
                ? List.of(new Change.Passed("there is nothing to link"))
                : List.of(link("visitorId", before, user, JsonNodeFactory.instance.nullNode()));
    }

    private Change link(String member, String id, String customer, JsonNode traits) {
        ObjectNode link = JsonNodeFactory.instance.objectNode();
        link.put(member, id).put("customerId", customer).put("occurredAt", at.toString());
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        traits.properties().stream()
                .filter(one -> one.getValue().isValueNode() && !one.getValue().isNull())
                .limit(50)
                .forEach(one -> plain.set(one.getKey(), one.getValue()));
        if (!plain.isEmpty()) {
            link.set("traits", plain);
        }
        return new Change.Onwards(Onward.Target.IDENTITY, link);
    }

    private String id() {
        String message = Payloads.text(call.path("messageId"));
        return message == null || message.length() > 200 ? Hmac.digest(payloads.bytes(call)) : message;
    }

    private static BigDecimal money(JsonNode properties) {
        for (String member : List.of("total", "revenue", "value", "price")) {
            JsonNode value = properties.path(member);
            if (value.isNumber() || value.isTextual() && value.asText().matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
                return new BigDecimal(value.asText());
            }
        }
        return null;
    }

    /** The sender's clock may be wrong: by how much is told by when it says that it sends. */
    private static Instant when(JsonNode call, Instant receivedAt) {
        JsonNode said = call.has("originalTimestamp") ? call.path("originalTimestamp") : call.path("timestamp");
        if (said.isMissingNode() || said.isNull()) {
            return receivedAt;
        }
        Instant time = Payloads.instant(said, "timestamp");
        if (!call.hasNonNull("sentAt") || !call.has("originalTimestamp")) {
            return time;
        }
        Duration behind = Duration.between(Payloads.instant(call.path("sentAt"), "sentAt"), receivedAt);
        return behind.abs().compareTo(Duration.ofMinutes(5)) > 0 ? time.plus(behind) : time;
    }
}
