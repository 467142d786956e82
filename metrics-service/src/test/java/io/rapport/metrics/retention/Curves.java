package io.rapport.metrics.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.metrics.support.Client;
import java.util.stream.StreamSupport;

/** Curves as they are answered, read with all their digits. */
record Curves(JsonNode answer) {
    private static final double Z = 1.959963984540054;

    static Curves ask(Client client, String question) throws JsonProcessingException {
        return new Curves(new ObjectMapper()
                .readTree(client.metric(question).statusCode(200).extract().asString()));
    }

    JsonNode total() {
        return answer.path("total");
    }

    JsonNode key(String key) {
        return StreamSupport.stream(answer.path("breakdown").spliterator(), false)
                .filter(element -> element.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** What holds at a time: the last step up to it. */
    static JsonNode at(JsonNode curve, double time) {
        return StreamSupport.stream(curve.path("points").spliterator(), false)
                .filter(point -> point.path("t").asDouble() <= time)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** The share and its error as R's survfit has them, and the band on the log(-log) scale that they make. */
    static void equal(JsonNode curve, double time, double share, double error, double tolerance) {
        JsonNode point = at(curve, time);
        assertThat(point.path("value").asDouble()).as("at " + time).isCloseTo(share, within(tolerance));
        assertThat(point.path("standardError").asDouble()).as("at " + time).isCloseTo(error, within(tolerance));
        double half = Z * error / (share * Math.log(share));
        assertThat(point.path("low").asDouble()).isCloseTo(Math.pow(share, Math.exp(-half)), within(10 * tolerance));
        assertThat(point.path("high").asDouble()).isCloseTo(Math.pow(share, Math.exp(half)), within(10 * tolerance));
    }
}
