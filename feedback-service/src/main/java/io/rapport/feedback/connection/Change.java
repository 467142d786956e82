package io.rapport.feedback.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.outbox.Onward;
import io.rapport.feedback.review.FeedbackContent;
import io.rapport.feedback.review.FeedbackReader;

/** One thing that a delivery says. */
public sealed interface Change {
    record Said(FeedbackContent content) implements Change {}

    record Deleted(FeedbackReader.Deleted deletion) implements Change {}

    /** What is no feedback: it goes on to metrics-service, in the form of its API. */
    record Onwards(Onward.Target target, JsonNode body) implements Change {}

    /** What means nothing here, and why: no failure. */
    record Passed(String reason) implements Change {}
}
