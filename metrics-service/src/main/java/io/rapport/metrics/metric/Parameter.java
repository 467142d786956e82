package io.rapport.metrics.metric;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A parameter of a metric's own.
 *
 * @param form what a value must match
 * @param rule the same in words, as it completes "must be …"
 */
public record Parameter(String name, Pattern form, String rule) {

    /** One of these words. */
    public static Parameter oneOf(String name, List<String> values) {
        return new Parameter(name, Pattern.compile(String.join("|", values)), "one of " + String.join(", ", values));
    }
}
