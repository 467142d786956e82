package io.rapport.metrics.visit;

import java.time.Instant;

/**
 * A page view within its visit.
 *
 * @param page the path; null where the event named none
 * @param microseconds until the visitor was on another page or left this one; null where nothing tells
 */
public record PageView(long seq, Instant at, String page, Long microseconds) {}
