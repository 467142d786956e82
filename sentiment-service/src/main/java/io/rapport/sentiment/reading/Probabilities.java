package io.rapport.sentiment.reading;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How likely each label is; the three sum to 1. */
@Schema(
        name = "SentimentProbabilities",
        description =
                "They sum to 1. The default model's are calibrated: of the texts that it calls positive with 0.8, about"
                        + " eight in ten are. CoreNLP's are means over the sentences of the two negative classes, the neutral one,"
                        + " the two positive ones.")
public record Probabilities(double negative, double neutral, double positive) {}
