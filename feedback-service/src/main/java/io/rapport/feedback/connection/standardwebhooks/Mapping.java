package io.rapport.feedback.connection.standardwebhooks;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.json.Text;
import java.util.Set;

/** Where in a source's payload our fields stand: a JSON pointer (RFC 6901) for each, with dots between our levels. */
final class Mapping {
    /** The field that tells a deletion from the rest. */
    static final String TYPE = "type";

    private static final Set<String> TARGETS = Set.of(
            TYPE,
            "source",
            "id",
            "revision",
            "kind",
            "text",
            "rating.value",
            "rating.scale",
            "rating.min",
            "rating.max",
            "rating.recommends",
            "author.name",
            "author.customerId",
            "visitorId",
            "channel",
            "occurredAt",
            "language",
            "url",
            "page",
            "touchpoint",
            "product",
            "location");
    private static final Set<String> NOT_TEXT =
            Set.of("revision", "rating.value", "rating.scale", "rating.min", "rating.max", "rating.recommends");
    private static final int LONGEST_POINTER = 500;

    private Mapping() {}

    static void check(JsonInput input) {
        JsonInput mapping = input.child("mapping");
        if (mapping == null) {
            return;
        }
        // The fields are read by name, so that whatever else is in the object is refused as unknown.
        for (String target : TARGETS) {
            String pointer = mapping.text(target, LONGEST_POINTER);
            if (pointer != null && !valid(pointer)) {
                mapping.refuse(target, "must be a JSON pointer such as /review/id");
            }
        }
        if (!mapping.has("id")) {
            mapping.refuse("id", "is required in a mapping");
        }
    }

    /** The payload as our own object; a field whose place is empty is missing in it. */
    static ObjectNode apply(JsonNode mapping, JsonNode payload) {
        ObjectNode mapped = JsonNodeFactory.instance.objectNode();
        mapping.fields().forEachRemaining(entry -> {
            JsonNode value = entry.getValue().isTextual()
                    ? payload.at(JsonPointer.compile(entry.getValue().textValue()))
                    : JsonNodeFactory.instance.missingNode();
            if (!value.isMissingNode() && !value.isNull()) {
                put(mapped, entry.getKey(), value);
            }
        });
        return mapped;
    }

    private static void put(ObjectNode mapped, String target, JsonNode value) {
        int dot = target.indexOf('.');
        ObjectNode parent = dot < 0 ? mapped : mapped.withObject("/" + target.substring(0, dot));
        // Many sources have numbers for ids, where ours are texts.
        boolean asText = value.isNumber() && !NOT_TEXT.contains(target);
        parent.set(target.substring(dot + 1), asText ? JsonNodeFactory.instance.textNode(value.asText()) : value);
    }

    private static boolean valid(String pointer) {
        try {
            JsonPointer.compile(pointer);
            return pointer.startsWith("/") && Text.brokenRule(pointer, LONGEST_POINTER) == null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
