package io.rapport.feedback.review;

/** Fired in the transaction in which a reply is written, or marked; whoever sends replies observes it. */
public record ReplyWritten(String business, FeedbackKey key, boolean toBePosted) {}
