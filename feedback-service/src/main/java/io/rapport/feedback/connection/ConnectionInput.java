package io.rapport.feedback.connection;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Documents the body of {@code POST /v1/connections}. */
@Schema(
        name = "ConnectionInput",
        requiredProperties = {"type", "name"},
        additionalProperties = Schema.False.class)
record ConnectionInput(
        @Schema(
                enumeration = {"standard-webhooks"},
                examples = "standard-webhooks")
        String type,

        @Schema(minLength = 1, maxLength = 200, examples = "Review site")
        String name,

        @Schema(
                nullable = true,
                pattern = "^whsec_[A-Za-z0-9+/]{32,86}={0,2}$",
                description = "`whsec_` and 24 to 64 bytes in base64; made by us where it is missing.")
        String secret,

        @Schema(
                nullable = true,
                description = "Where in the payload each field stands: a JSON pointer by the field's name, with dots"
                        + " between levels. `type` may point to the kind of event.",
                examples = "{\"id\": \"/review/id\", \"rating.value\": \"/review/stars\"}")
        Map<String, String> mapping,

        @Schema(nullable = true) SettingsInput settings) {

    @Schema(
            name = "ConnectionSettings",
            description = "What payloads mean that don't say their `source`, `kind` or `scale`.",
            additionalProperties = Schema.False.class)
    record SettingsInput(
            @Schema(nullable = true, maxLength = 100, examples = "acme-reviews")
            String source,

            @Schema(
                    nullable = true,
                    enumeration = {"review", "post", "survey_response", "message", "interview", "call", "note"},
                    examples = "review")
            String kind,

            @Schema(nullable = true, minimum = "2", maximum = "1000", examples = "5")
            Integer scale) {}
}
