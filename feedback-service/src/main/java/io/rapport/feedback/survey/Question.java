package io.rapport.feedback.survey;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One question of a survey.
 *
 * @param type how it is answered
 * @param options what there is to choose from; empty where nothing is
 * @param scale its own; null where it is answered on the survey's, or on none
 * @param showIf null where it is always asked
 */
@Schema(
        name = "SurveyQuestion",
        requiredProperties = {"id", "type", "text"},
        additionalProperties = Schema.False.class)
public record Question(
        @Schema(minLength = 1, maxLength = 100, examples = "why")
        String id,

        @Schema(
                enumeration = {"scale", "nps", "ces", "csat", "rating", "text", "choice", "choices", "boolean"},
                description =
                        "`nps` is answered from 0 to 10; `ces` from 1 to 7, `csat` and `rating` from 1 to 5, unless the question"
                                + " has a scale of its own or the survey one for it; `scale` on the survey's or its own.",
                examples = "text")
        String type,

        @Schema(minLength = 1, maxLength = 2000, examples = "Why?")
        String text,

        List<String> options,

        @Schema(nullable = true, description = "Its own scale; `good` says in which direction it is asked.")
        Scale scale,

        @Schema(nullable = true) Labels labels,
        @Schema(nullable = true) ShowIf showIf) {
    static final List<String> TYPES =
            List.of("scale", "nps", "ces", "csat", "rating", "text", "choice", "choices", "boolean");
    private static final List<String> ON_SCALE = List.of("scale", "nps", "ces", "csat", "rating");

    public Question {
        options = options == null ? List.of() : options;
    }

    boolean onScale() {
        return type != null && ON_SCALE.contains(type);
    }

    boolean chooses() {
        return type != null && type.startsWith("choice");
    }

    /** The scale that goes with the type of the question; null where there is none. */
    static Scale usual(String type) {
        return switch (type) {
            case "nps" -> SurveyType.NPS.usual();
            case "ces" -> SurveyType.CES.usual();
            case "csat", "rating" -> SurveyType.CSAT.usual();
            case null, default -> null;
        };
    }
}
