package io.rapport.feedback.survey;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One question of a survey.
 *
 * @param type how it is answered
 * @param options what there is to choose from; empty where nothing is
 */
@Schema(
        name = "SurveyQuestion",
        requiredProperties = {"id", "type", "text"},
        additionalProperties = Schema.False.class)
record Question(
        @Schema(minLength = 1, maxLength = 100, examples = "why")
        String id,

        @Schema(
                enumeration = {"scale", "nps", "ces", "csat", "text", "choice", "choices", "boolean"},
                description = "`scale`, `nps`, `ces` and `csat` are answered on the survey's scale.",
                examples = "text")
        String type,

        @Schema(minLength = 1, maxLength = 2000, examples = "Why?")
        String text,

        List<String> options) {
    static final List<String> TYPES = List.of("scale", "nps", "ces", "csat", "text", "choice", "choices", "boolean");
    private static final List<String> ON_SCALE = List.of("scale", "nps", "ces", "csat");

    boolean onScale() {
        return type != null && ON_SCALE.contains(type);
    }

    boolean chooses() {
        return type != null && type.startsWith("choice");
    }
}
