package io.rapport.metrics.measurement;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * An aggregate that an outside system reports and may restate: of one series, period and set of dimensions the latest holds.
 *
 * @param from the start of the period; equal to {@code to} for a reading at a moment, such as a count of followers
 * @param dimensions a JSON object, as text
 */
record Measurement(String source, String series, Instant from, Instant to, String dimensions, BigDecimal value) {
    private static final int MOST = 1_000;
    private static final int NAME = 200;
    private static final int MOST_DIMENSIONS = 20;

    static List<Measurement> read(JsonNode body, Instant now) {
        List<JsonInput> inputs = JsonInput.oneOrMany(body, MOST);
        List<Measurement> measurements =
                inputs.stream().map(input -> read(input, now)).toList();
        JsonInput.finish(inputs);
        return measurements;
    }

    private static Measurement read(JsonInput input, Instant now) {
        Instant from = input.requiredInstant("from", now);
        Instant to = input.requiredInstant("to", now);
        if (from != null && to != null && to.isBefore(from)) {
            input.refuse("to", "must not be before from");
        }
        JsonNode dimensions = input.free("dimensions", MOST_DIMENSIONS);
        return new Measurement(
                input.requiredText("source", NAME),
                input.requiredText("series", NAME),
                from,
                to,
                dimensions == null ? "{}" : dimensions.toString(),
                input.requiredDecimal("value"));
    }
}
