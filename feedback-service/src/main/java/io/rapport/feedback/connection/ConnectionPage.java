package io.rapport.feedback.connection;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a business's connections. */
@Schema(name = "ConnectionPage")
record ConnectionPage(
        List<ConnectionItem> items,

        @Schema(nullable = true, description = "The cursor of the next page; null on the last one.")
        String next) {}
