package io.rapport.feedback.privacy;

/** Fired when metrics-service says that a person is to be forgotten here; it says so until it was told that it is done. */
public record ErasureAsked(String business, String erasure) {}
