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
                enumeration = {
                    "facebook",
                    "google-business-profile",
                    "instagram",
                    "mailchimp",
                    "segment",
                    "shopify",
                    "standard-webhooks",
                    "stripe",
                    "trustpilot",
                    "typeform"
                },
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

        @Schema(nullable = true) SettingsInput settings) {

    @Schema(
            name = "ConnectionSettings",
            description =
                    "What the business sets for a connection; which of them a type knows, the guide says. Others are"
                            + " refused.",
            additionalProperties = Schema.False.class)
    record SettingsInput(
            @Schema(
                    nullable = true,
                    maxLength = 100,
                    description = "What the connection's facts name as their source.",
                    examples = "acme-reviews")
            String source,

            @Schema(
                    nullable = true,
                    enumeration = {"review", "post", "survey_response", "message", "interview", "call", "note"},
                    description = "standard-webhooks: of payloads that don't say it.",
                    examples = "review")
            String kind,

            @Schema(
                    nullable = true,
                    minimum = "2",
                    maximum = "1000",
                    description = "standard-webhooks: of ratings that don't say it.",
                    examples = "5")
            Integer scale,

            @Schema(nullable = true, description = "stripe: whether what is of test mode counts.")
            Boolean testMode,

            @Schema(nullable = true, description = "shopify: whether test orders count.")
            Boolean testOrders,

            @Schema(nullable = true, description = "mailchimp: deliveries are signed, and the address has no secret.")
            Boolean signed,

            @Schema(nullable = true, maxLength = 200, description = "typeform: where the form is shown.")
            String touchpoint,

            @Schema(
                    nullable = true,
                    maxLength = 200,
                    description = "typeform: the ref or id of the field with the score.")
            String question,

            @Schema(
                    nullable = true,
                    enumeration = {"nps", "ces", "csat", "custom"},
                    description = "typeform: what the score is.")
            String surveyType,

            @Schema(
                    nullable = true,
                    minimum = "0",
                    maximum = "100",
                    description = "typeform: the score's lowest value.")
            Integer min,

            @Schema(
                    nullable = true,
                    minimum = "1",
                    maximum = "100",
                    description = "typeform: the score's highest value.")
            Integer max,

            @Schema(
                    nullable = true,
                    enumeration = {"high", "low"},
                    description = "typeform: which end is the good one.")
            String good,

            @Schema(
                    nullable = true,
                    maxLength = 200,
                    description = "facebook: which of the business's places it is about.")
            String location,

            @Schema(
                    nullable = true,
                    maxLength = 200,
                    description = "google-business-profile: the account in whose name Pub/Sub pushes.",
                    examples = "push@crumb.iam.gserviceaccount.com")
            String serviceAccount,

            @Schema(
                    nullable = true,
                    maxLength = 500,
                    description = "google-business-profile: the token's audience; the address, unless set.")
            String audience,

            @Schema(nullable = true, maxLength = 100, description = "trustpilot: the business unit's id.")
            String businessUnitId) {}
}
