package io.rapport.feedback.survey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whole numbers from which an answer is chosen.
 *
 * @param good which end is the good one: {@code high} or {@code low}
 */
@Schema(
        name = "SurveyScale",
        description = "Whole numbers from `min` to `max`.",
        requiredProperties = {"min", "max"},
        additionalProperties = Schema.False.class)
public record Scale(
        @Schema(minimum = "-1000", maximum = "1000", examples = "0")
        int min,

        @Schema(minimum = "-1000", maximum = "1000", examples = "10")
        int max,

        @Schema(
                enumeration = {"high", "low"},
                description = "Which end is the good one.",
                examples = "high")
        String good) {
    static final String HIGH = "high";
    static final String LOW = "low";
}
