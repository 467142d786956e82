package io.rapport.feedback.connection;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delivery of a source, and what came of it. */
@Schema(name = "DeliveryItem")
record DeliveryItem(
        @Schema(examples = "dl_abcdefghijklmnop") String id,

        @Schema(nullable = true, description = "The source's own id of the message.", examples = "msg_1")
        String messageId,

        @Schema(nullable = true, description = "What the source told beside the body, such as the kind of message.")
        String topic,

        Instant receivedAt,

        @Schema(nullable = true, description = "When it got its outcome.")
        Instant settledAt,

        @Schema(
                enumeration = {"received", "processed", "duplicate", "failed", "rejected", "tested"},
                description = "`received` until it is processed; `failed` can be replayed; `rejected` had no right"
                        + " signature and was not kept; `tested` is what a try-out found.")
        String outcome,

        @Schema(nullable = true, examples = "'occurredAt' is required")
        String detail) {}
