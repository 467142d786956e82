package io.rapport.sentiment.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a document has no score. None of these is an error of the batch. */
@Schema(
        name = "SentimentReason",
        description =
                "Why a text has no score: empty (nothing to read), language (not English), timeout (took too long),"
                        + " unreadable (the model failed on it).")
public enum Reason {
    /** There is nothing to read: no text, blanks, or characters that are no words or signs. */
    @JsonProperty("empty")
    EMPTY,
    /** The text is stated, or found out with confidence, to be in another language than English. */
    @JsonProperty("language")
    LANGUAGE,
    /** Reading took longer than the limit for one document. */
    @JsonProperty("timeout")
    TIMEOUT,
    /** The model failed on this text. */
    @JsonProperty("unreadable")
    UNREADABLE
}
