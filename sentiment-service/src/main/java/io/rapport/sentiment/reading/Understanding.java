package io.rapport.sentiment.reading;

import java.util.List;

/**
 * What a model makes of a text that it could read.
 *
 * @param ratingUsed whether score, label and probabilities are of the words and the rating together
 */
public record Understanding(
        double score,
        Label label,
        Probabilities probabilities,
        List<Sentence> sentences,
        List<Aspect> aspects,
        List<Emotion> emotions,
        boolean ratingUsed) {

    /** By the words alone. */
    public Understanding(
            double score,
            Label label,
            Probabilities probabilities,
            List<Sentence> sentences,
            List<Aspect> aspects,
            List<Emotion> emotions) {
        this(score, label, probabilities, sentences, aspects, emotions, false);
    }
}
