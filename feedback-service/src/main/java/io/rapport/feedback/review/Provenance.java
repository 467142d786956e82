package io.rapport.feedback.review;

/**
 * By whom a feedback came.
 *
 * @param actor the key or connection
 * @param origin {@code server} or {@code browser}
 */
public record Provenance(String actor, String origin) {}
