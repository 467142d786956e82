package io.rapport.feedback.review;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the business handles a feedback. */
@Schema(name = "FeedbackHandling", description = "How the business handles a feedback.")
public record HandlingItem(
        @Schema(enumeration = {"open", "in_progress", "done"})
        String state,

        @Schema(nullable = true, description = "Who looks after it.", examples = "mia")
        String assignee,

        @Schema(examples = "[\"queue\"]") List<String> tags,

        @Schema(nullable = true, description = "Until when it is to be done.")
        Instant dueAt,

        @Schema(description = "How many notes there are.", examples = "0")
        int notes) {}
