package io.rapport.feedback.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.outbox.Onward;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in a line what came of a delivery. */
final class Summary {
    private Summary() {}

    static String of(List<String> done) {
        if (done.isEmpty()) {
            return "there is nothing in it for Rapport";
        }
        Map<String, Integer> times = new LinkedHashMap<>();
        done.forEach(one -> times.merge(one, 1, Integer::sum));
        return times.entrySet().stream()
                .map(entry -> entry.getValue() == 1 ? entry.getKey() : entry.getValue() + " × " + entry.getKey())
                .collect(Collectors.joining("; "));
    }

    static String of(Onward.Target target, JsonNode body) {
        return switch (target) {
            case EVENT -> body.path("type").asText();
            case IDENTITY -> "identified";
            case MEASUREMENT -> "measured " + body.path("series").asText();
        };
    }

    /** What would come of a change. */
    static String of(Change change) {
        return switch (change) {
            case Change.Said(var content) -> "a " + content.kind() + " would be stored";
            case Change.Deleted(var deletion) -> "a deletion would be stored";
            case Change.Onwards(var target, var body) -> of(target, body) + " would be counted";
            case Change.Passed(String reason) -> reason;
        };
    }
}
