package io.rapport.feedback.review;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Documents the body of {@code POST /v1/feedback}; it is read field by field. */
@Schema(
        name = "FeedbackInput",
        description = "Something that somebody said. A review needs a text or a rating.",
        requiredProperties = {"id", "source", "kind", "occurredAt"},
        additionalProperties = Schema.False.class)
record FeedbackInput(
        @Schema(minLength = 1, maxLength = 300, description = "The source's own id.", examples = "r-1")
        String id,

        @Schema(minLength = 1, maxLength = 100, description = "Who reports it.", examples = "google")
        String source,

        @Schema(
                enumeration = {"review", "post", "survey_response", "message", "interview", "call", "note"},
                examples = "review")
        String kind,

        @Schema(nullable = true, maxLength = 100_000, examples = "Lovely bread, but the queue was endless.")
        String text,

        @Schema(
                nullable = true,
                oneOf = {OnScale.class, Between.class, YesOrNo.class})
        Object rating,

        @Schema(nullable = true) AuthorInput author,

        @Schema(
                description = "From 1970-01-01 to a day from now.",
                format = "date-time",
                examples = "2026-03-01T10:00:00Z")
        Instant occurredAt,

        @Schema(
                nullable = true,
                pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$",
                maxLength = 35,
                description = "A language tag; found out where it is missing.",
                examples = "en")
        String language,

        @Schema(
                nullable = true,
                maxLength = 2000,
                pattern = "^[Hh][Tt][Tt][Pp][Ss]?://",
                examples = "https://maps.example/reviews/r-1")
        String url,

        @Schema(nullable = true, maxLength = 2000, examples = "/menu")
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
            name = "FeedbackScaleRating",
            description = "From 1 to `scale`.",
            requiredProperties = {"value", "scale"},
            additionalProperties = Schema.False.class)
    record OnScale(
            @Schema(minimum = "1", examples = "4") BigDecimal value,

            @Schema(minimum = "2", maximum = "1000", examples = "5")
            Integer scale) {}

    @Schema(
            name = "FeedbackRangeRating",
            description = "From `min` to `max`.",
            requiredProperties = {"value", "min", "max"},
            additionalProperties = Schema.False.class)
    record Between(
            @Schema(examples = "8") BigDecimal value,

            @Schema(minimum = "-1000000", maximum = "1000000", examples = "0")
            BigDecimal min,

            @Schema(minimum = "-1000000", maximum = "1000000", examples = "10")
            BigDecimal max) {}

    @Schema(
            name = "FeedbackYesOrNo",
            description = "A recommendation or not; it is counted apart and not turned into stars.",
            requiredProperties = {"recommends"},
            additionalProperties = Schema.False.class)
    record YesOrNo(@Schema(examples = "true") boolean recommends) {}

    @Schema(name = "FeedbackAuthorInput", additionalProperties = Schema.False.class)
    record AuthorInput(
            @Schema(nullable = true, maxLength = 200, examples = "A.")
            String name,

            @Schema(nullable = true, maxLength = 200, examples = "c1")
            String customerId) {}
}
