package io.rapport.feedback.connection;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a try-out of a connection found. */
@Schema(name = "ConnectionTested")
record ConnectionTested(
        boolean ok,

        @Schema(
                description = "What would have come of the delivery, or what is in the way.",
                examples = "a review would be stored")
        String detail,

        @Schema(description = "Its line in the connection's deliveries.", examples = "dl_abcdefghijklmnop")
        String deliveryId) {}
