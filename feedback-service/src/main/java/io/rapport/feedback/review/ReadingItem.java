package io.rapport.feedback.review;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Documents a reading, which is kept and shown as the sentiment service gave it. */
@Schema(
        name = "FeedbackReading",
        description = "What the sentiment service makes of a text. Offsets are UTF-16 code units.")
record ReadingItem(
        @Schema(nullable = true, minimum = "-1", maximum = "1", examples = "0.31")
        Double score,

        @Schema(
                nullable = true,
                enumeration = {"negative", "neutral", "positive"},
                description = "Null where there is a reason.")
        String label,

        @Schema(nullable = true) Probabilities probabilities,
        List<Sentence> sentences,
        List<Aspect> aspects,
        List<Emotion> emotions,

        @Schema(nullable = true, examples = "en") String language,
        @Schema(examples = "rapport-en-2") String model,
        boolean truncated,

        @Schema(description = "Whether score, label and probabilities are of the words and the rating together.")
        boolean ratingUsed,

        @Schema(
                nullable = true,
                enumeration = {"empty", "language", "timeout", "unreadable"},
                description = "Why there is no score.")
        String reason) {

    @Schema(name = "FeedbackReadingProbabilities", description = "They sum to 1.")
    record Probabilities(double negative, double neutral, double positive) {}

    @Schema(name = "FeedbackReadingSentence")
    record Sentence(
            int begin,
            int end,
            double score,

            @Schema(enumeration = {"negative", "neutral", "positive"})
            String label,

            @Schema(nullable = true, minItems = 5, maxItems = 5, description = "Very negative to very positive.")
            List<Double> classes) {}

    @Schema(name = "FeedbackReadingAspect")
    record Aspect(
            @Schema(examples = "waiting_time") String category,
            @Schema(examples = "queue") String term,
            int begin,
            int end,
            double score,

            @Schema(enumeration = {"negative", "neutral", "positive"})
            String label) {}

    @Schema(name = "FeedbackReadingEmotion")
    record Emotion(@Schema(examples = "joy") String emotion, double probability) {}
}
