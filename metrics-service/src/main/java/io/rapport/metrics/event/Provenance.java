package io.rapport.metrics.event;

/**
 * Where a fact came from.
 *
 * @param recordedBy the key, connection or import that brought it
 * @param origin {@code server} or {@code browser}: who vouches for it
 */
public record Provenance(String recordedBy, String origin) {}
