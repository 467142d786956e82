package io.rapport.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Says in the words of OpenAPI 3.0 what may be null, as openapi-diff does not know those of 3.1. */
final class Nullability {
    private static final String TYPE = "type";
    private static final String NULL = "null";

    private Nullability() {}

    static ObjectNode as30(ObjectNode document) {
        ObjectNode copy = document.deepCopy();
        copy.put("openapi", "3.0.3");
        rewrite(copy);
        return copy;
    }

    private static void rewrite(JsonNode node) {
        node.forEach(Nullability::rewrite);
        if (node instanceof ObjectNode schema) {
            types(schema);
            choices(schema);
        }
    }

    private static void types(ObjectNode schema) {
        if (schema.get(TYPE) instanceof ArrayNode types) {
            List<String> others = new ArrayList<>();
            types.forEach(type -> others.add(type.asText()));
            if (others.remove(NULL)) {
                schema.put("nullable", true);
            }
            schema.put(TYPE, others.getFirst());
        }
    }

    private static void choices(ObjectNode schema) {
        if (schema.get("anyOf") instanceof ArrayNode choices && choices.size() == 2) {
            JsonNode last = choices.get(1);
            if (last.path(TYPE).asText().equals(NULL)) {
                schema.remove("anyOf");
                schema.put("nullable", true);
                schema.putArray("allOf").add(choices.get(0));
            }
        }
    }
}
