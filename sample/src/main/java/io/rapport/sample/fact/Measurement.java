package io.rapport.sample.fact;

import java.time.Instant;
import java.util.Map;

/** A count that an outside system reports; {@code from} and {@code to} are equal for a reading at a moment. */
public record Measurement(
        String source, String series, Instant from, Instant to, Map<String, String> dimensions, long value) {}
