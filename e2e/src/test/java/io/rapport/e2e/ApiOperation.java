package io.rapport.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operation as the OpenAPI document shows it.
 *
 * @param known ids that exist, for its path
 * @param examples bodies that it takes; empty where it takes none
 */
record ApiOperation(
        String method,
        String template,
        List<JsonNode> parameters,
        List<String> known,
        String mediaType,
        List<JsonNode> examples) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    static List<ApiOperation> read(JsonNode document, Map<String, List<String>> known) {
        List<ApiOperation> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .forEach(entry -> operations.add(
                        read(document, entry.getKey().toUpperCase(), path.getKey(), entry.getValue(), known))));
        return operations;
    }

    private static ApiOperation read(
            JsonNode document, String method, String path, JsonNode operation, Map<String, List<String>> known) {
        List<JsonNode> parameters = new ArrayList<>();
        operation.path("parameters").forEach(parameters::add);
        List<String> ids = known.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
        var content = operation.path("requestBody").path("content").properties().stream()
                .findFirst();
        return new ApiOperation(
                method,
                path,
                parameters,
                ids,
                content.map(Map.Entry::getKey).orElse(null),
                content.map(entry -> new SchemaExamples(document).of(entry.getValue()))
                        .orElse(List.of()));
    }

    boolean isForAdmins() {
        return template.equals("/v1/businesses") || template.startsWith("/v1/organisations");
    }

    String path(Hostile hostile) {
        String path = template;
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : parameters) {
            String name = parameter.path("name").asText();
            String value = hostile.parameter(parameter, known);
            switch (parameter.path("in").asText()) {
                case "path" -> path = path.replace("{" + name + "}", Hostile.encode(value));
                case "query" -> {
                    if (hostile.oneIn(3)) {
                        query.add(Hostile.encode(name) + "=" + Hostile.encode(value));
                    }
                }
                default -> {}
            }
        }
        if (hostile.oneIn(15)) {
            query.add(Hostile.encode(hostile.text()) + "=" + Hostile.encode(hostile.text()));
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    /** Null where the operation takes none. */
    String body(Hostile hostile) {
        return mediaType == null ? null : hostile.body(examples);
    }
}
