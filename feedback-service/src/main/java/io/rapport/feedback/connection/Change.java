package io.rapport.feedback.connection;

import io.rapport.feedback.review.FeedbackContent;
import io.rapport.feedback.review.FeedbackReader;

/** What a delivery says of one feedback. */
public sealed interface Change {
    record Said(FeedbackContent content) implements Change {}

    record Deleted(FeedbackReader.Deleted deletion) implements Change {}
}
