package io.rapport.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The references inside an OpenAPI document. */
final class References {
    private static final String REF = "$ref";
    private static final String COMPONENTS = "#/components/";

    private References() {}

    static void replace(JsonNode node, String from, String to) {
        if (node instanceof ObjectNode object && object.path(REF).asText().equals(from)) {
            object.set(REF, TextNode.valueOf(to));
        }
        node.forEach(child -> replace(child, from, to));
    }

    /** Drops the components that no operation leads to. */
    static void prune(ObjectNode document) {
        Set<String> reached = new HashSet<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(document.path("paths")));
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            String ref = node.path(REF).asText("");
            if (ref.startsWith(COMPONENTS) && reached.add(ref)) {
                open.push(document.at(ref.substring(1)));
            }
            node.forEach(open::push);
        }
        for (var section : document.path("components").properties()) {
            if (!section.getKey().equals("securitySchemes")) {
                String at = COMPONENTS + section.getKey() + "/";
                ObjectNode parts = (ObjectNode) section.getValue();
                parts.retain(parts.propertyStream()
                        .map(part -> part.getKey())
                        .filter(name -> reached.contains(at + name))
                        .toList());
            }
        }
    }
}
