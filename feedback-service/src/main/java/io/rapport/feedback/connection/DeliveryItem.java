package io.rapport.feedback.connection;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delivery of a source, and what came of it. */
@Schema(name = "DeliveryItem")
record DeliveryItem(
        @Schema(examples = "dl_abcdefghijklmnop") String id,

        @Schema(nullable = true, description = "The source's own id of the message.", examples = "msg_1")
        String messageId,

        Instant receivedAt,

        @Schema(
                enumeration = {"received", "processed", "duplicate", "failed", "rejected"},
                description = "`received` until it is processed; `failed` can be replayed; `rejected` had no right"
                        + " signature and was not kept.")
        String outcome,

        @Schema(nullable = true, examples = "'occurredAt' is required")
        String detail) {}
