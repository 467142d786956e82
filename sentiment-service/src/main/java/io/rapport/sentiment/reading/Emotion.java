package io.rapport.sentiment.reading;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A feeling that speaks from the text, with its probability. */
@Schema(
        name = "SentimentEmotion",
        description =
                "A feeling that speaks from the text, likeliest first: joy, trust, gratitude, anticipation, relief,"
                        + " surprise, confusion, anger, annoyance, disappointment, sadness, fear, disgust. Each is there from a"
                        + " probability of its own on. Of the default model alone.")
public record Emotion(String emotion, double probability) {}
