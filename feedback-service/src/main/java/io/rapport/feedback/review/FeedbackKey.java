package io.rapport.feedback.review;

/** What names a feedback within a business: who reports it, and under which id. */
public record FeedbackKey(String source, String id) {}
