package io.rapport.gateway.engagement;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How customers engage with a business, at a glance: what there is, and what is missing or may lag. */
record Engagement(
        LocalDate from,
        @Schema(description = "The day after the last.") LocalDate to,

        @Schema(implementation = Vital[].class, description = "As `/v1/metrics/{id}` answers, with series and change.")
        List<JsonNode> vitals,

        List<Missing> missing,

        @Schema(
                nullable = true,
                implementation = Instant.class,
                description = "Up to when everything acknowledged is counted.")
        String asOf) {

    /** What metrics-service answers, in whose part of the API's document it is described. */
    @Schema(ref = "#/components/schemas/MetricResult")
    private interface Vital {}

    /** @param part a service, or the id of a metric */
    record Missing(
            @Schema(examples = "sentiment-service") String part,
            @Schema(examples = "It does not answer.") String reason) {}
}
