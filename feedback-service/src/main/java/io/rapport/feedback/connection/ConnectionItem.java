package io.rapport.feedback.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A connection without its secret. */
@Schema(name = "ConnectionItem")
record ConnectionItem(
        @Schema(examples = "cn_abcdefghijklmnop_abcdefghijklmnop")
        String id,

        @Schema(examples = "standard-webhooks") String type,
        @Schema(examples = "Review site") String name,

        @Schema(
                description = "Where the source posts to.",
                examples = "http://localhost:8080/v1/webhooks/cn_abcdefghijklmnop_abcdefghijklmnop")
        String webhookUrl,

        @Schema(description = "Whether there is a secret, which is not shown.")
        boolean secretSet,

        @Schema(nullable = true, description = "Until when the secret before the last rotation is taken; else null.")
        Instant previousSecretValidUntil,

        @Schema(description = "The names of the credentials that are set.", examples = "[\"apiKey\"]")
        List<String> credentials,

        @Schema(type = SchemaType.OBJECT, nullable = true) JsonNode mapping,
        @Schema(type = SchemaType.OBJECT, nullable = true) JsonNode settings,
        Health health,
        Instant createdAt) {

    @Schema(name = "ConnectionHealth", description = "How the connection is doing.")
    record Health(
            @Schema(
                    enumeration = {"new", "ok", "failing", "secret_missing"},
                    description =
                            "`failing` if the last thing that was settled failed; `secret_missing` until the source's"
                                    + " secret is set by a rotation.")
            String status,

            @Schema(nullable = true) Instant lastDeliveryAt,
            @Schema(nullable = true) Instant lastSuccessAt,
            @Schema(nullable = true) Instant lastFailureAt,

            @Schema(nullable = true, examples = "'occurredAt' is required")
            String lastFailure,

            @Schema(description = "Deliveries that wait to be processed.")
            long waiting,

            @Schema(nullable = true) Instant waitingSince,

            @Schema(description = "Deliveries that failed and can be replayed.")
            long failed) {}
}
