package io.rapport.sentiment.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a text or a sentence says on the whole. */
@Schema(
        name = "SentimentLabel",
        description = "The default model: the likeliest, where negative counts 1.2 times."
                + " CoreNLP: positive from a score of 0.15 up, negative from -0.05 down, neutral between.")
public enum Label {
    @JsonProperty("negative")
    NEGATIVE,
    @JsonProperty("neutral")
    NEUTRAL,
    @JsonProperty("positive")
    POSITIVE
}
