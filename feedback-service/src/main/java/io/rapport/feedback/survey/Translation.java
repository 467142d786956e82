package io.rapport.feedback.survey;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The survey's texts in another language; what is missing is shown in its first language. */
@Schema(
        name = "SurveyTranslation",
        description = "The survey's texts in another language; what is missing is shown in the first one.",
        additionalProperties = Schema.False.class)
public record Translation(
        @Schema(nullable = true, maxLength = 2000, examples = "Wie wahrscheinlich ist es, dass Sie uns empfehlen?")
        String question,

        @Schema(nullable = true) Labels labels,

        @Schema(nullable = true, maxLength = 2000, examples = "Danke!")
        String thanks,

        @Schema(nullable = true, description = "By the ids of the questions.")
        Map<String, Texts> questions) {

    /** The texts of one question. */
    @Schema(name = "SurveyQuestionTexts", additionalProperties = Schema.False.class)
    public record Texts(
            @Schema(nullable = true, maxLength = 2000, examples = "Warum?")
            String text,

            @Schema(nullable = true, description = "As many as the question has, in the same order.")
            List<String> options,

            @Schema(nullable = true) Labels labels) {}
}
