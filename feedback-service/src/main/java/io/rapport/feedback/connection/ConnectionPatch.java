package io.rapport.feedback.connection;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Documents the body of {@code PATCH /v1/connections/{id}}. */
@Schema(name = "ConnectionPatch", additionalProperties = Schema.False.class)
record ConnectionPatch(
        @Schema(minLength = 1, maxLength = 200, examples = "Review site")
        String name,

        @Schema(nullable = true, description = "By name; null removes one.")
        Map<String, String> credentials,

        @Schema(nullable = true) Map<String, String> mapping,
        @Schema(nullable = true) ConnectionInput.SettingsInput settings) {}
