package io.rapport.feedback.survey;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Documents the body of {@code POST /v1/surveys/{id}/responses}. */
@Schema(
        name = "SurveyResponseInput",
        description = "One answer to a survey: a score, a comment or answers to its questions.",
        requiredProperties = {"id"},
        additionalProperties = Schema.False.class)
record ResponseInput(
        @Schema(minLength = 1, maxLength = 300, description = "The same again is counted once.", examples = "a-1")
        String id,

        @Schema(nullable = true, description = "On the survey's scale.", examples = "9")
        Integer score,

        @Schema(nullable = true, maxLength = 100_000, examples = "The bread!")
        String comment,

        @Schema(nullable = true) List<AnswerInput> answers,

        @Schema(
                nullable = true,
                minimum = "1",
                description = "What the customer saw; else the current one.",
                examples = "1")
        Integer surveyVersion,

        @Schema(nullable = true, maxLength = 200, examples = "c1")
        String customerId,

        @Schema(nullable = true, maxLength = 200, examples = "v1")
        String visitorId,

        @Schema(
                nullable = true,
                description = "Now where it is missing.",
                format = "date-time",
                examples = "2026-03-01T10:00:00Z")
        Instant occurredAt,

        @Schema(
                nullable = true,
                maxLength = 200,
                description = "The survey's where it is missing.",
                examples = "in_store")
        String touchpoint,

        @Schema(nullable = true, maxLength = 100, examples = "web")
        String channel,

        @Schema(nullable = true, maxLength = 2000, examples = "/thanks")
        String page,

        @Schema(nullable = true, maxLength = 200, examples = "main-street")
        String location,

        @Schema(nullable = true, maxLength = 35, description = "In which the survey was answered.", examples = "en")
        String language,

        @Schema(
                nullable = true,
                description = "Whether the survey was broken off so far; the same `id` again completes it.")
        Boolean partial) {

    @Schema(
            name = "SurveyAnswerInput",
            requiredProperties = {"questionId", "value"},
            additionalProperties = Schema.False.class)
    record AnswerInput(
            @Schema(examples = "why") String questionId,

            @Schema(
                    oneOf = {String.class, Integer.class, Boolean.class, String[].class},
                    description = "A number, a text, true or false, or an array of texts, as the question asks.",
                    examples = "The bread!")
            Object value) {}
}
