package io.rapport.feedback.connection;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Documents the body of {@code POST /v1/connections/{id}/rotate}. */
@Schema(name = "RotationInput", additionalProperties = Schema.False.class)
record RotationInput(
        @Schema(
                nullable = true,
                maxLength = 500,
                description = "Made by us where it is missing, unless the source makes it.")
        String secret,

        @Schema(nullable = true, minimum = "0", maximum = "168", defaultValue = "24")
        Integer overlapHours) {}
