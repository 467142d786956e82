package io.rapport.gateway.engagement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.gateway.engagement.Engagement.Missing;
import io.rapport.gateway.proxy.Parts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The metrics of the answer, and what became of each.
 *
 * @param results in the order in which they were asked for, without those that failed
 */
record VitalSigns(List<JsonNode> results, List<Missing> missing) {

    /** The body that asks metrics-service for all of them in one round. */
    static String question(List<String> vitals, Period period, ObjectMapper json) {
        ObjectNode body = json.createObjectNode();
        ArrayNode queries = body.putArray("queries");
        for (String vital : vitals) {
            queries.addObject()
                    .put("id", vital)
                    .put("metric", vital)
                    .put("from", period.from().toString())
                    .put("to", period.to().toString())
                    .put("interval", period.interval())
                    .put("compare", "previous");
        }
        return body.toString();
    }

    static VitalSigns none(String part, String reason) {
        return new VitalSigns(List.of(), List.of(new Missing(part, reason)));
    }

    static VitalSigns read(List<String> vitals, Parts.Answer answer, String part, ObjectMapper json) {
        JsonNode results = parse(answer, json).path("results");
        if (!answer.successful() || !results.isObject()) {
            return none(part, "It answered with status " + answer.status() + ".");
        }
        List<JsonNode> found = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        for (String vital : vitals) {
            JsonNode result = results.path(vital);
            if (result.isObject() && !result.has("problem")) {
                found.add(result);
            } else {
                missing.add(new Missing(vital, reason(result.path("problem"))));
            }
        }
        return new VitalSigns(found, missing);
    }

    /** The earliest moment up to which any of them is complete; null where none says. */
    String asOf() {
        return results.stream()
                .map(result -> result.path("asOf").asText(""))
                .filter(asOf -> !asOf.isEmpty())
                .map(Instant::parse)
                .min(Comparator.naturalOrder())
                .map(Object::toString)
                .orElse(null);
    }

    private static String reason(JsonNode problem) {
        return problem.path("detail").isTextual()
                ? problem.path("detail").textValue()
                : "metrics-service gave no result.";
    }

    private static JsonNode parse(Parts.Answer answer, ObjectMapper json) {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException broken) {
            return json.missingNode();
        }
    }
}
