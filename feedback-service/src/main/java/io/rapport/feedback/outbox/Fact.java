package io.rapport.feedback.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.review.FeedbackContent;
import io.rapport.feedback.review.Rating;
import io.rapport.feedback.review.StoredFeedback;
import io.rapport.feedback.review.SurveyAnswer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * What metrics-service is told of a feedback: everything but the text.
 *
 * @param answeredAt when the business first answered it; null until it has
 */
record Fact(
        UUID factId,
        String businessId,
        String source,
        String id,
        int revision,
        int readingSeq,
        boolean deleted,
        String kind,
        Instant occurredAt,
        Instant recordedAt,
        String language,
        String customerId,
        String visitorId,
        String channel,
        String page,
        String touchpoint,
        String product,
        String location,
        BigDecimal rating,
        Boolean recommends,
        Survey survey,
        Reading reading,
        Instant answeredAt) {

    record Survey(
            String id,
            int version,
            String type,
            Integer score,
            Integer min,
            Integer max,
            String good,
            boolean partial) {
        static Survey from(SurveyAnswer answer) {
            return new Survey(
                    answer.id(),
                    answer.version(),
                    answer.type(),
                    answer.score(),
                    answer.min(),
                    answer.max(),
                    answer.good(),
                    answer.partial());
        }
    }

    record Reading(
            String model,
            String label,
            BigDecimal score,
            BigDecimal positive,
            BigDecimal neutral,
            BigDecimal negative,
            String reason) {

        static Reading from(JsonNode reading) {
            JsonNode probabilities = reading.path("probabilities");
            return new Reading(
                    reading.path("model").textValue(),
                    reading.path("label").textValue(),
                    number(reading.path("score")),
                    number(probabilities.path("positive")),
                    number(probabilities.path("neutral")),
                    number(probabilities.path("negative")),
                    reading.path("reason").textValue());
        }

        private static BigDecimal number(JsonNode node) {
            return node.isNumber() ? node.decimalValue() : null;
        }
    }

    static Fact of(FactReference reference, StoredFeedback stored) {
        FeedbackContent content = stored.content();
        Rating rating = content.rating();
        JsonNode reading = reference.readingSeq() == 0 ? null : stored.reading();
        return new Fact(
                reference.factId(),
                stored.business(),
                content.source(),
                content.id(),
                stored.revision(),
                reference.readingSeq(),
                stored.deleted(),
                content.kind(),
                content.occurredAt(),
                stored.recordedAt(),
                language(content, reading),
                content.author() == null ? null : content.author().customerId(),
                content.visitorId(),
                content.channel(),
                content.page(),
                content.touchpoint(),
                content.product(),
                content.location(),
                rating == null ? null : rating.stars(),
                rating == null ? null : rating.recommends(),
                content.survey() == null ? null : Survey.from(content.survey()),
                reading == null ? null : Reading.from(reading),
                stored.answeredAt());
    }

    /** As stated, else as found out. */
    private static String language(FeedbackContent content, JsonNode reading) {
        return content.language() != null || reading == null
                ? content.language()
                : reading.path("language").textValue();
    }
}
