package io.rapport.feedback.survey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What stands at the two ends of a scale. */
@Schema(
        name = "SurveyLabels",
        description = "What stands at the two ends of the scale.",
        additionalProperties = Schema.False.class)
public record Labels(
        @Schema(nullable = true, maxLength = 200, examples = "Not at all likely")
        String low,

        @Schema(nullable = true, maxLength = 200, examples = "Very likely")
        String high) {}
