package io.rapport.gateway.engagement;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How customers engage with a business, at a glance: what there is, and what is missing or may lag. */
record Engagement(
        LocalDate from,
        @Schema(description = "The day after the last.") LocalDate to,

        @Schema(implementation = Map[].class, description = "Results of metrics, as /v1/metrics/{id} gives them.")
        List<JsonNode> vitals,

        List<Missing> missing,

        @Schema(
                nullable = true,
                implementation = Instant.class,
                description = "Up to when everything acknowledged is counted.")
        String asOf) {

    /** @param part a service, or the id of a metric */
    record Missing(String part, String reason) {}
}
