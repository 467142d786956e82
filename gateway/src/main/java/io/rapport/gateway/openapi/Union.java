package io.rapport.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Makes one OpenAPI document of several. Only operations that are served are taken over. Where two documents use one name for
 * different things, the later one's gets the name of its service in front; equal things become one. An operation that several
 * serve, each for what is its own, is described by the first.
 */
final class Union {
    static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final ObjectNode whole;
    private final BiPredicate<String, String> served;
    private final Set<String> operationIds = new HashSet<>();
    private final Set<String> tags = new HashSet<>();

    /** @param served whether a method and a path template are to be seen from outside */
    Union(ObjectNode head, BiPredicate<String, String> served) {
        this.whole = head;
        this.served = served;
    }

    /** @param name of the service, such as {@code metrics-service} */
    void add(String name, ObjectNode document) {
        String prefix = prefix(name);
        rename(prefix, document);
        document.path("paths").properties().forEach(path -> addPath(prefix, path.getKey(), path.getValue()));
        addTags(document);
    }

    private void rename(String prefix, ObjectNode document) {
        for (var section : document.path("components").properties()) {
            if (section.getKey().equals("securitySchemes")) {
                continue;
            }
            ObjectNode ours = whole.withObject("/components/" + section.getKey());
            List<String> clashes = new ArrayList<>();
            section.getValue().properties().forEach(part -> {
                JsonNode known = ours.get(part.getKey());
                if (known != null && !known.equals(part.getValue())) {
                    clashes.add(part.getKey());
                }
            });
            String at = "#/components/" + section.getKey() + "/";
            clashes.forEach(clash -> References.replace(document, at + clash, at + prefix + clash));
        }
        for (var section : document.path("components").properties()) {
            if (!section.getKey().equals("securitySchemes")) {
                addComponents(prefix, section.getKey(), section.getValue());
            }
        }
    }

    private void addComponents(String prefix, String section, JsonNode parts) {
        ObjectNode ours = whole.withObject("/components/" + section);
        parts.properties().forEach(part -> {
            JsonNode known = ours.get(part.getKey());
            boolean clash = known != null && !known.equals(part.getValue());
            ours.set(clash ? prefix + part.getKey() : part.getKey(), part.getValue());
        });
    }

    private void addPath(String prefix, String path, JsonNode item) {
        ObjectNode kept = item.deepCopy();
        ObjectNode paths = whole.withObject("/paths");
        JsonNode there = paths.path(path);
        METHODS.stream()
                .filter(method -> there.has(method) || !served.test(method, path))
                .forEach(kept::remove);
        if (METHODS.stream().noneMatch(kept::has)) {
            return;
        }
        METHODS.stream().filter(kept::has).forEach(method -> {
            ObjectNode operation = (ObjectNode) kept.get(method);
            operation.put("operationId", operationId(prefix, method, path, operation));
        });
        if (there instanceof ObjectNode known) {
            METHODS.stream().filter(kept::has).forEach(method -> known.set(method, kept.get(method)));
        } else {
            paths.set(path, kept);
        }
    }

    private String operationId(String prefix, String method, String path, JsonNode operation) {
        String id = operation.path("operationId").asText(method + path.replaceAll("[^A-Za-z0-9]+", "_"));
        String free = operationIds.contains(id) ? prefix + "_" + id : id;
        if (!operationIds.add(free)) {
            throw new IllegalStateException("Two operations are called " + free);
        }
        return free;
    }

    private void addTags(ObjectNode document) {
        Set<String> used = new HashSet<>();
        whole.path("paths").findValues("tags").forEach(names -> names.forEach(name -> used.add(name.asText())));
        document.path("tags").forEach(tag -> {
            if (used.contains(tag.path("name").asText())
                    && tags.add(tag.path("name").asText())) {
                whole.withArray("/tags").add(tag);
            }
        });
    }

    private static String prefix(String service) {
        String word = service.replace("-service", "");
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
