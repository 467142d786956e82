package io.rapport.feedback.parked;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fact that metrics-service refuses, or a text that can't be read. */
@Schema(name = "ParkedItem")
record ParkedItem(
        @Schema(examples = "pa_abcdefghijklmnop") String id,

        @Schema(
                enumeration = {"fact", "text"},
                description = "A `fact` was refused by metrics-service, a `text` by sentiment-service.")
        String what,

        @Schema(examples = "google") String source,
        @Schema(examples = "r-1") String feedbackId,
        @Schema(examples = "1") int revision,

        @Schema(examples = "Status 400: 'rating' must lie between 1 and 5")
        String reason,

        Instant parkedAt) {}
