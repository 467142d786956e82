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
                enumeration = {"shopify", "standard-webhooks", "stripe", "typeform"},
                examples = "standard-webhooks")
        String type,

        @Schema(minLength = 1, maxLength = 200, examples = "Review site")
        String name,

        @Schema(
                nullable = true,
                maxLength = 500,
                description =
                        "With this deliveries are signed. Where it is missing it is made by us or, for sources that make"
                                + " it themselves, set later by a rotation. For `standard-webhooks`: `whsec_` and 24 to 64 bytes in"
                                + " base64.")
        String secret,

        @Schema(
                nullable = true,
                description =
                        "What the source is asked with, by name, as the guide says for each type. Kept encrypted and not"
                                + " shown again.",
                examples = "{\"apiKey\": \"…\"}")
        Map<String, String> credentials,

        @Schema(
                nullable = true,
                description =
                        "For `standard-webhooks`: where in the payload each field stands: a JSON pointer by the field's"
                                + " name, with dots between levels. `type` may point to the kind of event.",
                examples = "{\"id\": \"/review/id\", \"rating.value\": \"/review/stars\"}")
        Map<String, String> mapping,

        @Schema(
                nullable = true,
                description =
                        "By name, as the guide says for each type; `source` is there for all: what the connection's"
                                + " facts name as theirs.",
                examples = "{\"source\": \"acme-reviews\", \"kind\": \"review\", \"scale\": 5}")
        Map<String, Object> settings) {}
