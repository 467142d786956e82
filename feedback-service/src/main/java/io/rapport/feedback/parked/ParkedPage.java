package io.rapport.feedback.parked;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of what is parked. */
@Schema(name = "ParkedPage")
record ParkedPage(
        List<ParkedItem> items,

        @Schema(nullable = true, description = "The cursor of the next page; null on the last one.")
        String next) {}
