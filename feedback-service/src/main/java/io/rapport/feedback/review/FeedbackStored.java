package io.rapport.feedback.review;

/** Fired in the transaction that stores feedback; whoever works the queues off observes its success. */
public record FeedbackStored() {}
