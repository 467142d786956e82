package io.rapport.feedback.review;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Documents the body of {@code POST /v1/feedback}; it is read field by field. */
@Schema(
        name = "FeedbackInput",
        description = "Something that somebody said. A review needs a text or a rating.",
        requiredProperties = {"id", "source", "kind", "occurredAt"})
record FeedbackInput(
        @Schema(maxLength = 300, description = "The source's own id.", examples = "r-1")
        String id,

        @Schema(maxLength = 100, description = "Who reports it.", examples = "google")
        String source,

        @Schema(
                enumeration = {"review", "post", "survey_response", "message", "interview", "call", "note"},
                examples = "review")
        String kind,

        @Schema(nullable = true, maxLength = 100_000, examples = "Lovely bread, but the queue was endless.")
        String text,

        @Schema(nullable = true) RatingInput rating,
        @Schema(nullable = true) AuthorInput author,

        @Schema(description = "From 1970-01-01 to a day from now.", examples = "2026-03-01T10:00:00Z")
        Instant occurredAt,

        @Schema(nullable = true, description = "A language tag; found out where it is missing.", examples = "en")
        String language,

        @Schema(nullable = true, maxLength = 2048, examples = "https://maps.example/reviews/r-1")
        String url,

        @Schema(nullable = true, maxLength = 2048, examples = "/menu")
        String page,

        @Schema(nullable = true, maxLength = 200, examples = "in_store")
        String touchpoint,

        @Schema(nullable = true, maxLength = 200, examples = "sourdough")
        String product,

        @Schema(nullable = true, maxLength = 200, examples = "main-street")
        String location,

        @Schema(nullable = true, maxLength = 200) String visitorId,

        @Schema(nullable = true, maxLength = 100, examples = "social")
        String channel,

        @Schema(
                nullable = true,
                minimum = "1",
                maximum = "1000000000",
                description = "The source's own number of this version, where it has one: the highest wins.")
        Integer revision) {

    @Schema(
            name = "FeedbackRatingInput",
            description = "`value` with `scale` (from 1 to it), `value` with `min` and `max`, or `recommends` alone.")
    record RatingInput(
            @Schema(nullable = true, examples = "4") BigDecimal value,

            @Schema(nullable = true, minimum = "2", maximum = "1000", examples = "5")
            Integer scale,

            @Schema(nullable = true) BigDecimal min,
            @Schema(nullable = true) BigDecimal max,
            @Schema(nullable = true) Boolean recommends) {}

    @Schema(name = "FeedbackAuthorInput")
    record AuthorInput(
            @Schema(nullable = true, maxLength = 200, examples = "A.")
            String name,

            @Schema(nullable = true, maxLength = 200, examples = "c1")
            String customerId) {}
}
