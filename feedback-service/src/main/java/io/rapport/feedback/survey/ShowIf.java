package io.rapport.feedback.survey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * After which scores a question follows.
 *
 * @param from null for any down to the lowest
 * @param to null for any up to the highest
 */
@Schema(
        name = "SurveyShowIf",
        description = "The question follows only where the survey's score lies from `from` to `to`.",
        additionalProperties = Schema.False.class)
public record ShowIf(
        @Schema(nullable = true, examples = "0") Integer from,
        @Schema(nullable = true, examples = "6") Integer to) {

    boolean follows(Integer score) {
        return score != null && (from == null || score >= from) && (to == null || score <= to);
    }
}
