package io.rapport.sentiment.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What sort of text a document is: all the kinds of feedback. */
@Schema(name = "SentimentKind")
public enum Kind {
    @JsonProperty("review")
    REVIEW,
    @JsonProperty("post")
    POST,
    @JsonProperty("survey_response")
    SURVEY_RESPONSE,
    @JsonProperty("message")
    MESSAGE,
    @JsonProperty("interview")
    INTERVIEW,
    @JsonProperty("call")
    CALL,
    @JsonProperty("note")
    NOTE
}
