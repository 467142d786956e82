package io.rapport.gateway.business;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the business wants people to do; conversions are counted by it. */
record Goal(
        @Schema(required = true, pattern = "[a-z0-9_-]{1,64}", examples = "order")
        String id,

        @Schema(required = true, maxLength = 100, examples = "purchase")
        String eventType) {}
