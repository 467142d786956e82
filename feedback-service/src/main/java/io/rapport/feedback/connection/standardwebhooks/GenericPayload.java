package io.rapport.feedback.connection.standardwebhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.feedback.connection.Change;
import io.rapport.feedback.connection.Connector.ConnectionOptions;
import io.rapport.feedback.review.FeedbackKinds;
import io.rapport.feedback.review.FeedbackReader;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The payload that any source can send: the feedback object of the API, or {@code type} with {@code data}, where the type is
 * {@code review.created}, {@code review.updated} or {@code review.deleted} (or another kind's). Members that we don't know are
 * ignored; the raw delivery keeps them.
 */
@ApplicationScoped
class GenericPayload {
    private static final Pattern EVENT = Pattern.compile("([a-z_]+)\\.(created|updated|deleted)");
    private static final Set<String> OURS = Set.of(
            "source",
            "id",
            "revision",
            "kind",
            "text",
            "rating",
            "author",
            "visitorId",
            "channel",
            "occurredAt",
            "language",
            "url",
            "page",
            "touchpoint",
            "product",
            "location");
    private static final Set<String> OURS_OF_DELETION = Set.of("source", "id", "revision");
    private static final Set<String> OURS_OF_RATING = Set.of("value", "scale", "min", "max", "recommends");
    private static final Set<String> OURS_OF_AUTHOR = Set.of("name", "customerId");

    private final ObjectMapper json;
    private final FeedbackReader reader;

    GenericPayload(ObjectMapper json, FeedbackReader reader) {
        this.json = json;
        this.reader = reader;
    }

    static void checkSettings(JsonInput settings) {
        if (settings != null) {
            settings.text("source", 100);
            settings.oneOf("kind", FeedbackKinds.ALL);
            settings.integer("scale", 2, 1_000);
        }
    }

    static byte[] sample(Instant now) {
        return ("{\"id\": \"test\", \"source\": \"test\", \"kind\": \"review\", \"text\": \"A try-out.\", \"occurredAt\": \""
                        + now + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    Change parse(byte[] body, ConnectionOptions options) {
        JsonNode payload = tree(body);
        boolean mapped = options.mapping() != null;
        ObjectNode fields = mapped ? Mapping.apply(options.mapping(), payload) : data(payload);
        Event event = event(mapped ? fields.path(Mapping.TYPE) : payload.path("type"));
        addDefaults(fields, event.kind(), options.settings());
        return event.deletes()
                ? new Change.Deleted(reader.deleted(fields.retain(OURS_OF_DELETION)))
                : new Change.Said(reader.one(known(fields)));
    }

    /** What the payload reports: of which kind, and whether it is a deletion. */
    private record Event(String kind, boolean deletes) {}

    private static Event event(JsonNode type) {
        if (type.isMissingNode() || type.isNull()) {
            return new Event(null, false);
        }
        Matcher matcher = EVENT.matcher(type.asText());
        if (!matcher.matches() || !FeedbackKinds.ALL.contains(matcher.group(1))) {
            throw Problems.validation("type", "must be review.created, review.updated or review.deleted");
        }
        return new Event(matcher.group(1), "deleted".equals(matcher.group(2)));
    }

    private static ObjectNode data(JsonNode payload) {
        JsonNode data = payload.has("type") ? payload.path("data") : payload;
        if (!data.isObject()) {
            throw Problems.validation(
                    payload.has("type") ? "data" : null, "must be a JSON object with the feedback in it");
        }
        return data.deepCopy();
    }

    private static void addDefaults(ObjectNode fields, String kind, JsonNode settings) {
        JsonNode set = settings == null ? MissingNode.getInstance() : settings;
        String usualKind = kind == null ? set.path("kind").textValue() : kind;
        if (!fields.hasNonNull("kind")) {
            fields.put("kind", usualKind);
        }
        if (!fields.hasNonNull("source") && set.hasNonNull("source")) {
            fields.put("source", set.get("source").textValue());
        }
        boolean bare = fields.path("rating") instanceof ObjectNode rating
                && rating.hasNonNull("value")
                && !rating.hasNonNull("scale")
                && !rating.hasNonNull("min")
                && !rating.hasNonNull("max");
        if (bare && set.hasNonNull("scale")) {
            ((ObjectNode) fields.get("rating")).set("scale", set.get("scale"));
        }
    }

    private static ObjectNode known(ObjectNode fields) {
        fields.retain(OURS);
        if (fields.get("rating") instanceof ObjectNode rating) {
            rating.retain(OURS_OF_RATING);
        }
        if (fields.get("author") instanceof ObjectNode author) {
            author.retain(OURS_OF_AUTHOR);
        }
        return fields;
    }

    private JsonNode tree(byte[] body) {
        try {
            JsonNode payload = json.readTree(body);
            if (!payload.isObject()) {
                throw Problems.validation(null, "The payload must be a JSON object.");
            }
            return payload;
        } catch (IOException malformed) {
            throw Problems.validation(null, "The payload is not valid JSON.");
        }
    }
}
