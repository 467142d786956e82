package io.rapport.sentiment.reading;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How likely each label is; the three sum to 1. */
@Schema(
        name = "SentimentProbabilities",
        description = "Means over the sentences of: the two negative classes, the neutral one, the two positive ones."
                + " They sum to 1. The label does not follow from the largest of them but from the score.")
public record Probabilities(double negative, double neutral, double positive) {}
