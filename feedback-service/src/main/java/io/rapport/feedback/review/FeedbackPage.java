package io.rapport.feedback.review;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list of feedback. */
@Schema(name = "FeedbackPage")
public record FeedbackPage(
        List<FeedbackItem> items,

        @Schema(nullable = true, description = "The cursor of the next page; null on the last one.")
        String next) {}
