package io.rapport.feedback.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.rapport.feedback.review.FeedbackContent;
import io.rapport.feedback.review.FeedbackKinds;
import io.rapport.feedback.review.FeedbackReader;
import io.rapport.feedback.review.SurveyAnswer;
import io.rapport.frame.json.JsonInput;
import java.time.Instant;

/** Reads one answer to a survey and makes feedback of it. */
final class ResponseReader {
    private static final int LONGEST_ID = 300;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_COMMENT = 100_000;

    private final SurveyEntity survey;
    private final SurveyVersionEntity version;
    private final Instant now;

    /** @param version the one that was answered */
    ResponseReader(SurveyEntity survey, SurveyVersionEntity version, Instant now) {
        this.survey = survey;
        this.version = version;
        this.now = now;
    }

    static String source(SurveyEntity survey) {
        return FeedbackReader.SURVEY_SOURCE + survey.id;
    }

    FeedbackContent read(JsonNode body) {
        JsonInput input = JsonInput.object(body);
        input.any("surveyVersion");
        String id = input.requiredText("id", LONGEST_ID);
        ArrayNode answers = Answers.read(input, version.wording());
        Integer score = score(input, answers);
        String comment = input.text("comment", LONGEST_COMMENT);
        String customer = input.text("customerId", LONGEST_NAME);
        String visitor = input.text("visitorId", LONGEST_NAME);
        Instant occurredAt = input.instant("occurredAt", now);
        String touchpoint = input.text("touchpoint", LONGEST_NAME);
        if (!input.has("score") && (comment == null || comment.isBlank()) && answers.isEmpty()) {
            input.refuse("score", "or a comment or answers are required");
        }
        input.finish();
        return content(
                id,
                score,
                comment,
                answers,
                customer,
                visitor,
                occurredAt,
                touchpoint == null ? survey.touchpoint : touchpoint);
    }

    private FeedbackContent content(
            String id,
            Integer score,
            String comment,
            ArrayNode answers,
            String customer,
            String visitor,
            Instant occurredAt,
            String touchpoint) {
        Scale scale = version.wording().scale();
        SurveyAnswer answer = new SurveyAnswer(
                survey.id,
                version.version,
                survey.type,
                score,
                scale == null ? null : scale.min(),
                scale == null ? null : scale.max(),
                scale == null ? null : scale.good(),
                answers);
        FeedbackContent.Author author = customer == null ? null : new FeedbackContent.Author(null, customer);
        return new FeedbackContent(
                source(survey),
                id,
                null,
                FeedbackKinds.SURVEY_RESPONSE,
                comment,
                null,
                author,
                visitor,
                null,
                occurredAt,
                null,
                null,
                null,
                touchpoint,
                null,
                null,
                answer);
    }

    /** As given, or as the answer to the question that is scored. */
    private Integer score(JsonInput input, ArrayNode answers) {
        Scale scale = version.wording().scale();
        JsonNode given = input.any("score");
        Integer answered = answered(answers);
        if (given == null) {
            return answered;
        }
        String rule = scale == null ? "is not asked for: the survey has no scale" : Answers.onScale(scale, given);
        if (rule != null) {
            return input.refuse("score", rule);
        }
        return answered == null || answered == given.intValue()
                ? (Integer) given.intValue()
                : input.refuse("score", "is not what was answered to the question that is scored");
    }

    private Integer answered(ArrayNode answers) {
        String scored = version.wording().scoredQuestion();
        for (JsonNode answer : answers) {
            boolean fits = answer.path("questionId").asText().equals(scored)
                    && answer.path("value").canConvertToInt();
            if (fits) {
                return answer.get("value").intValue();
            }
        }
        return null;
    }
}
