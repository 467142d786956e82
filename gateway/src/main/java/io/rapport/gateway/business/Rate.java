package io.rapport.gateway.business;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one unit of another currency is worth in the business's own, from a day on. */
record Rate(
        @Schema(required = true, examples = "USD") String currency,

        @Schema(required = true, description = "A decimal number.", examples = "0.92")
        String rate,

        @Schema(required = true) LocalDate from) {}
