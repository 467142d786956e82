package io.rapport.feedback.inbox;

import io.rapport.feedback.review.FeedbackItem;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who should hear from the business. */
@Schema(name = "FollowUp", description = "Somebody who should hear from the business.")
record FollowUpItem(
        @Schema(
                enumeration = {"detractor", "promoter"},
                description =
                        "`detractor`: 0 to 6 of a survey that asks for a recommendation, the lower quarter of a scale of"
                                + " contentment (1 and 2 of 5), the hard third of a scale of effort, two stars or fewer, or no"
                                + " recommendation; `promoter`: 9 or 10 of a survey that asks for one.")
        String who,

        @Schema(description = "As it was set for this feedback, else by the business's rule.")
        Instant dueAt,

        @Schema(description = "Whether that is over.") boolean overdue,
        FeedbackItem feedback) {

    /** One page of a list of them. */
    @Schema(name = "FollowUpPage")
    record Page(
            List<FollowUpItem> items,

            @Schema(nullable = true, description = "The cursor of the next page; null on the last one.")
            String next) {}
}
