package io.rapport.feedback.connection;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A connection's new secret, which is shown this once. */
@Schema(name = "ConnectionRotated")
record ConnectionRotated(
        @Schema(examples = "cn_abcdefghijklmnop_abcdefghijklmnop")
        String id,

        @Schema(description = "The new secret. It is not shown again.", examples = "whsec_…")
        String secret,

        @Schema(nullable = true, description = "Until when the one before is taken as well; null if it is not.")
        Instant previousValidUntil) {}
