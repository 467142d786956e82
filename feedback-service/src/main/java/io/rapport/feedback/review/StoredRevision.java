package io.rapport.feedback.review;

/** A revision that has just become the current one. */
record StoredRevision(FeedbackKey key, int revision, boolean hasText) {}
