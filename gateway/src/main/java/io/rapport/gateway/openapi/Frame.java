package io.rapport.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.gateway.access.Routes;
import java.util.Map;
import java.util.Set;

/** What holds of every operation and is therefore said once: how to authenticate, and how failures look. */
final class Frame {
    private static final String PROBLEM = """
            {"type": "object", "description": "A failure (RFC 9457).",
             "required": ["type", "title", "status"],
             "properties": {
               "type": {"type": "string", "format": "uri", "description": "Which of the documented failures it is."},
               "title": {"type": "string"},
               "status": {"type": "integer"},
               "detail": {"type": ["string", "null"]},
               "instance": {"type": ["string", "null"]},
               "part": {"type": "string", "description": "What does not answer, where that is the failure."},
               "errors": {"type": "array", "items": {"type": "object", "properties": {
                 "index": {"type": ["integer", "null"], "description": "Which element of an array, from 0."},
                 "field": {"type": ["string", "null"]},
                 "detail": {"type": "string"}}}}}}
            """;
    private static final Map<String, String> FAILURES = Map.of(
            "400", "The request is not valid; `errors` names what is wrong.",
            "401", "The key is missing or not known.",
            "403", "The key does not have the scope.",
            "404", "There is nothing here, or it belongs to another business.",
            "413", "The body is too large.",
            "415", "The media type is not taken here.",
            "429", "Too many requests; Retry-After says when to come back.",
            "503", "A part of the product does not answer; Retry-After says when to come back.",
            "default", "Any other failure.");
    private static final Set<String> OF_BODIES = Set.of("413", "415");

    private Frame() {}

    /** To be called first: these names are taken. */
    static void begin(ObjectNode document, String server, Trees trees) {
        document.putArray("servers").addObject().put("url", server).put("description", "This installation.");
        document.putArray("security").addObject().putArray("key");
        document.withObject("/components/securitySchemes")
                .putObject("key")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A key: `sk_…` for servers, `pk_…` for pages, `adm_…` for administration.");
        document.withObject("/components/schemas").set("Problem", trees.json(PROBLEM));
        FAILURES.forEach((status, description) -> response(document, status, description));
    }

    /** To be called when all operations are there. */
    static void complete(ObjectNode document) {
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> Union.METHODS.contains(operation.getKey()))
                .forEach(operation -> complete(operation.getKey(), path.getKey(), (ObjectNode) operation.getValue())));
    }

    private static void response(ObjectNode document, String status, String description) {
        document.withObject("/components/responses")
                .putObject("Problem" + status)
                .put("description", description)
                .putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }

    private static void complete(String method, String path, ObjectNode operation) {
        ObjectNode responses = operation.withObject("/responses");
        FAILURES.keySet().stream()
                .sorted()
                .filter(status -> operation.has("requestBody") || !OF_BODIES.contains(status))
                .filter(status -> !responses.has(status) || isBare(responses.get(status)))
                .forEach(status -> responses.putObject(status).put("$ref", "#/components/responses/Problem" + status));
        if (path.startsWith("/v1/webhooks/")) {
            operation.putArray("security");
        } else {
            String scopes = "Scope: `" + String.join("` or `", Routes.scopes(method, path)) + "`.";
            String description = operation.path("description").asText("");
            operation.put("description", (description + "\n\n" + scopes).strip());
        }
    }

    /** The framework's own "Not Authorized" and the like, which say nothing of how the failure looks. */
    private static boolean isBare(JsonNode response) {
        return !response.has("content") && !response.has("$ref");
    }
}
