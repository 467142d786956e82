package io.rapport.sample.fact;

import java.time.LocalDate;
import java.util.Map;

/** An aggregate that an outside system reports for {@code [from, to)}. */
public record Measurement(
        String source, String series, LocalDate from, LocalDate to, Map<String, String> dimensions, long value) {}
