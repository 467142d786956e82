package io.rapport.sentiment.reading;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A feeling that speaks from the text, with its probability. */
@Schema(name = "SentimentEmotion", description = "A feeling that speaks from the text.")
public record Emotion(String emotion, double probability) {}
