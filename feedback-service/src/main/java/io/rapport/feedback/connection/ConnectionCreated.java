package io.rapport.feedback.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A connection that has just been made, with its secret, which is shown this once. */
@Schema(name = "ConnectionCreated")
record ConnectionCreated(
        @Schema(examples = "cn_abcdefghijklmnop_abcdefghijklmnop")
        String id,

        @Schema(examples = "standard-webhooks") String type,
        @Schema(examples = "Review site") String name,

        @Schema(
                description = "Where the source posts to.",
                examples = "http://localhost:8080/v1/webhooks/cn_abcdefghijklmnop_abcdefghijklmnop")
        String webhookUrl,

        @Schema(
                nullable = true,
                description =
                        "With this the source signs. It is not shown again. Null where the source makes it: it is set by"
                                + " a rotation then.",
                examples = "whsec_…")
        String secret,

        @Schema(description = "The names of the credentials that are set.", examples = "[]")
        List<String> credentials,

        @Schema(type = SchemaType.OBJECT, nullable = true) JsonNode mapping,
        @Schema(type = SchemaType.OBJECT, nullable = true) JsonNode settings,
        Instant createdAt) {}
