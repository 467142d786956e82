package io.rapport.feedback.connection;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a connection's deliveries, newest first. */
@Schema(name = "DeliveryPage")
record DeliveryPage(
        List<DeliveryItem> items,

        @Schema(nullable = true, description = "The cursor of the next page; null on the last one.")
        String next) {}
