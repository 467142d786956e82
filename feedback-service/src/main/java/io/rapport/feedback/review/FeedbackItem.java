package io.rapport.feedback.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Feedback as the API returns it: what was sent, with its revision and what was made of it. */
@Schema(name = "FeedbackItem", description = "A feedback in its current revision.")
public record FeedbackItem(
        @Schema(examples = "r-1") String id,
        @Schema(examples = "google") String source,
        @Schema(examples = "review") String kind,

        @Schema(nullable = true, examples = "Lovely bread, but the queue was endless.")
        String text,

        @Schema(nullable = true) RatingItem rating,
        @Schema(nullable = true) AuthorItem author,
        @Schema(nullable = true) String visitorId,
        @Schema(nullable = true) String channel,
        Instant occurredAt,
        @Schema(nullable = true, examples = "en") String language,
        @Schema(nullable = true) String url,
        @Schema(nullable = true) String page,
        @Schema(nullable = true, examples = "in_store") String touchpoint,
        @Schema(nullable = true) String product,
        @Schema(nullable = true) String location,
        @Schema(nullable = true) SurveyItem survey,

        @Schema(description = "Rises by one or more with each edit.", examples = "1")
        int revision,

        Instant recordedAt,

        @Schema(
                implementation = ReadingItem.class,
                nullable = true,
                description = "What the sentiment service makes of the text; null until it was read.")
        JsonNode reading,

        @Schema(nullable = true, description = "The business's answer; null where there is none.")
        ReplyItem reply,

        HandlingItem handling) {

    /** A rating on its own scale, and brought to 1–5. */
    @Schema(name = "FeedbackRating")
    public record RatingItem(
            @Schema(nullable = true, examples = "4") BigDecimal value,

            @Schema(nullable = true, description = "The upper end, where the lower one is 1.", examples = "5")
            BigDecimal scale,

            @Schema(nullable = true) BigDecimal min,
            @Schema(nullable = true) BigDecimal max,

            @Schema(nullable = true, description = "A yes/no, which is not turned into stars.")
            Boolean recommends,

            @Schema(nullable = true, description = "Brought to 1–5.", examples = "4.0")
            BigDecimal stars) {

        static RatingItem from(Rating rating) {
            boolean fromOne = rating.min() != null && rating.min().compareTo(BigDecimal.ONE) == 0;
            return new RatingItem(
                    rating.value(),
                    fromOne ? rating.max() : null,
                    rating.min(),
                    rating.max(),
                    rating.recommends(),
                    rating.stars());
        }
    }

    /** Who said it. */
    @Schema(name = "FeedbackAuthor")
    public record AuthorItem(
            @Schema(nullable = true) String name,
            @Schema(nullable = true) String customerId) {
        static AuthorItem from(FeedbackContent.Author author) {
            return new AuthorItem(author.name(), author.customerId());
        }
    }

    /** What was answered to which survey. */
    @Schema(name = "FeedbackSurvey")
    public record SurveyItem(
            String id,
            int version,
            @Schema(examples = "nps") String type,
            @Schema(nullable = true, examples = "9") Integer score,
            @Schema(nullable = true) Integer min,
            @Schema(nullable = true) Integer max,
            @Schema(nullable = true, examples = "high") String good,

            @Schema(implementation = SurveyAnswerItem[].class)
            JsonNode answers,

            @Schema(description = "Whether it was broken off before the survey's end.")
            boolean partial) {

        static SurveyItem from(SurveyAnswer answer) {
            return new SurveyItem(
                    answer.id(),
                    answer.version(),
                    answer.type(),
                    answer.score(),
                    answer.min(),
                    answer.max(),
                    answer.good(),
                    answer.answers(),
                    answer.partial());
        }
    }

    /** The answer to one question; documents what is kept as JSON. */
    @Schema(name = "FeedbackSurveyAnswer")
    private record SurveyAnswerItem(
            String questionId,

            @Schema(oneOf = {String.class, Integer.class, Boolean.class, String[].class})
            Object value) {}

    static FeedbackItem from(StoredFeedback stored, ReplyItem reply, HandlingItem handling) {
        FeedbackContent content = stored.content();
        return new FeedbackItem(
                content.id(),
                content.source(),
                content.kind(),
                content.text(),
                content.rating() == null ? null : RatingItem.from(content.rating()),
                content.author() == null ? null : AuthorItem.from(content.author()),
                content.visitorId(),
                content.channel(),
                content.occurredAt(),
                content.language(),
                content.url(),
                content.page(),
                content.touchpoint(),
                content.product(),
                content.location(),
                content.survey() == null ? null : SurveyItem.from(content.survey()),
                stored.revision(),
                stored.recordedAt(),
                stored.reading(),
                reply,
                handling);
    }
}
