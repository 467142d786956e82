package io.rapport.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Bodies that fit a media type of the OpenAPI document: its own examples, and one made from the schema. */
record SchemaExamples(JsonNode document) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;

    List<JsonNode> of(JsonNode mediaType) {
        List<JsonNode> found = new ArrayList<>();
        mediaType.path("examples").forEach(example -> found.add(example.path("value")));
        if (mediaType.has("example")) {
            found.add(mediaType.path("example"));
        }
        found.add(make(mediaType.path("schema"), 0));
        return found;
    }

    private JsonNode make(JsonNode schema, int depth) {
        if (depth > DEEPEST) {
            return NODES.nullNode();
        }
        if (schema.has("$ref")) {
            return make(document.at(schema.path("$ref").asText().substring(1)), depth + 1);
        }
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.has(choice)) {
                return make(schema.path(choice).path(0), depth + 1);
            }
        }
        for (String given : List.of("examples", "enum")) {
            if (schema.path(given).isArray() && !schema.path(given).isEmpty()) {
                return schema.path(given).path(0);
            }
        }
        return schema.has("example") ? schema.path("example") : ofType(schema, depth);
    }

    private JsonNode ofType(JsonNode schema, int depth) {
        return switch (type(schema)) {
            case "object" -> {
                ObjectNode object = NODES.objectNode();
                schema.path("properties")
                        .properties()
                        .forEach(property -> object.set(property.getKey(), make(property.getValue(), depth + 1)));
                yield object;
            }
            case "array" -> {
                ArrayNode array = NODES.arrayNode();
                yield array.add(make(schema.path("items"), depth + 1));
            }
            case "integer", "number" -> NODES.numberNode(1);
            case "boolean" -> NODES.booleanNode(true);
            default ->
                NODES.textNode(
                        switch (schema.path("format").asText()) {
                            case "date" -> "2026-03-01";
                            case "date-time" -> "2026-03-01T10:00:00Z";
                            default -> "text";
                        });
        };
    }

    /** OpenAPI 3.1 gives several where null is one of them. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText(schema.has("properties") ? "object" : "string");
    }
}
