package io.rapport.sentiment.reading;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer for one document. Either it has a score, label and probabilities, or a reason why not.
 *
 * @param ratingUsed whether the document's rating joined in score, label and probabilities
 * @param language the language as which the text was read, or because of which it was not; null where that is not known
 * @param model the model that read it, with its version
 * @param truncated whether the text was longer than what is read
 */
@Schema(name = "SentimentReading", description = "What the model makes of one text.")
public record Reading(
        String id,

        @Schema(
                nullable = true,
                minimum = "-1",
                maximum = "1",
                description = "The default model: positive - negative. CoreNLP: the mean of the sentences' scores.")
        Double score,

        @Schema(nullable = true) Label label,
        @Schema(nullable = true) Probabilities probabilities,
        List<Sentence> sentences,
        List<Aspect> aspects,
        List<Emotion> emotions,

        @Schema(
                description =
                        "Whether score, label and probabilities are of the words and the document's rating together."
                                + " Sentences, aspects and emotions are of the words alone.")
        boolean ratingUsed,

        @Schema(nullable = true, description = "The language as which the text was read, or for which it was not.")
        String language,

        @Schema(description = "The model that read it, with its version.")
        String model,

        @Schema(description = "Whether the text is longer than what was read.")
        boolean truncated,

        @Schema(nullable = true) Reason reason) {

    static Reading of(String id, Understanding understood, String language, String model, boolean truncated) {
        return new Reading(
                id,
                understood.score(),
                understood.label(),
                understood.probabilities(),
                understood.sentences(),
                understood.aspects(),
                understood.emotions(),
                understood.ratingUsed(),
                language,
                model,
                truncated,
                null);
    }

    static Reading without(Reason reason, String id, String language, String model, boolean truncated) {
        return new Reading(
                id, null, null, null, List.of(), List.of(), List.of(), false, language, model, truncated, reason);
    }
}
