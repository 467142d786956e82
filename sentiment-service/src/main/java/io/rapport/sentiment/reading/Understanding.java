package io.rapport.sentiment.reading;

import java.util.List;

/** What a model makes of a text that it could read. */
public record Understanding(
        double score,
        Label label,
        Probabilities probabilities,
        List<Sentence> sentences,
        List<Aspect> aspects,
        List<Emotion> emotions) {}
