package io.rapport.feedback.review;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many of the elements were news, and how many were known already. */
@Schema(name = "FeedbackAccepted")
public record FeedbackAccepted(
        @Schema(examples = "1") int accepted,
        @Schema(examples = "0") int duplicates) {
    public static FeedbackAccepted from(FeedbackStore.Count count) {
        return new FeedbackAccepted(count.accepted(), count.duplicates());
    }
}
