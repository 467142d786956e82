package io.rapport.sample.fact;

import java.time.Instant;

/** Something a customer said, as {@code POST /v1/feedback} takes it. */
public record Feedback(
        String id,
        String source,
        String kind,
        String text,
        Rating rating,
        Author author,
        Instant occurredAt,
        String language,
        String url,
        String page,
        String touchpoint,
        String product,
        String location) {}
