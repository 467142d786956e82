package io.rapport.feedback.survey;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Documents the body of {@code POST} and {@code PATCH /v1/surveys}. */
@Schema(
        name = "SurveyInput",
        description =
                "`question` and `scale` are the short form of a survey with one question; `questions` the long one.",
        requiredProperties = {"name", "type"},
        additionalProperties = Schema.False.class)
record SurveyInput(
        @Schema(minLength = 1, maxLength = 200, examples = "After a visit")
        String name,

        @Schema(
                enumeration = {"nps", "ces", "csat", "custom"},
                examples = "nps")
        String type,

        @Schema(nullable = true, maxLength = 2000, examples = "How likely are you to recommend us?")
        String question,

        @Schema(
                nullable = true,
                description =
                        "Usually nps 0–10, ces 1–7 (low is good), csat 1–5; a custom survey without one isn't scored.")
        Scale scale,

        @Schema(nullable = true, maxLength = 200, examples = "in_store")
        String touchpoint,

        @Schema(nullable = true) List<Question> questions,
        @Schema(nullable = true, examples = "[\"en\"]") List<String> languages,
        @Schema(nullable = true) Labels labels,

        @Schema(nullable = true, maxLength = 2000, description = "Shown at the end.", examples = "Thank you!")
        String thanks,

        @Schema(
                nullable = true,
                description = "By language, each one of `languages`; its first is that of the texts themselves.")
        Map<String, Translation> translations,

        @Schema(nullable = true) SurveySettings.Theme theme,

        @Schema(nullable = true, description = "Where the widget shows it; nowhere without.")
        SurveySettings.Widget widget,

        @Schema(
                nullable = true,
                minimum = "0",
                maximum = "3650",
                description =
                        "How long after the business last asked somebody it doesn't ask again; 30 where it is missing.")
        Integer quietDays) {

    /** Documents the body of {@code PATCH /v1/surveys/{id}}. */
    @Schema(
            name = "SurveyChange",
            description = "What is missing stays as it is.",
            additionalProperties = Schema.False.class)
    record Change(
            @Schema(minLength = 1, maxLength = 200, examples = "After a visit")
            String name,

            @Schema(nullable = true, maxLength = 2000, examples = "How likely are you to recommend our bakery?")
            String question,

            @Schema(nullable = true) Scale scale,
            @Schema(nullable = true, maxLength = 200) String touchpoint,
            @Schema(nullable = true) List<Question> questions,
            @Schema(nullable = true) List<String> languages,
            @Schema(nullable = true) Labels labels,

            @Schema(nullable = true, maxLength = 2000, description = "Shown at the end.", examples = "Thank you!")
            String thanks,

            @Schema(
                    nullable = true,
                    description = "By language, each one of `languages`; its first is that of the texts themselves.")
            Map<String, Translation> translations,

            @Schema(nullable = true) SurveySettings.Theme theme,

            @Schema(nullable = true, description = "Where the widget shows it; nowhere without.")
            SurveySettings.Widget widget,

            @Schema(
                    nullable = true,
                    minimum = "0",
                    maximum = "3650",
                    description =
                            "How long after the business last asked somebody it doesn't ask again; 30 where it is missing.")
            Integer quietDays) {}
}
