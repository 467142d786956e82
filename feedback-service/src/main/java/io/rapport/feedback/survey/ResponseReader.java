package io.rapport.feedback.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.rapport.feedback.review.FeedbackContent;
import io.rapport.feedback.review.FeedbackKinds;
import io.rapport.feedback.review.FeedbackReader;
import io.rapport.feedback.review.SurveyAnswer;
import io.rapport.frame.json.JsonInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads one answer to a survey and makes feedback of it. */
final class ResponseReader {
    private static final int LONGEST_ID = 300;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_COMMENT = 100_000;
    private static final int LONGEST_CHANNEL = 100;
    private static final int LONGEST_PAGE = 2_000;

    private final SurveyEntity survey;
    private final SurveyVersionEntity version;
    private final Wording.Scored scored;
    private final Instant now;

    /** @param version the one that was answered */
    ResponseReader(SurveyEntity survey, SurveyVersionEntity version, Instant now) {
        this.survey = survey;
        this.version = version;
        this.scored = version.wording().scored(SurveyType.of(survey.type));
        this.now = now;
    }

    static String source(SurveyEntity survey) {
        return source(survey.id);
    }

    static String source(String survey) {
        return FeedbackReader.SURVEY_SOURCE + survey;
    }

    FeedbackContent read(JsonNode body) {
        JsonInput input = JsonInput.object(body);
        input.any("surveyVersion");
        String id = input.requiredText("id", LONGEST_ID);
        ArrayNode answers = Answers.read(input, version.wording());
        Integer score = score(input, answers);
        String comment = input.text("comment", LONGEST_COMMENT);
        String customer = input.text("customerId", LONGEST_NAME);
        String touchpoint = input.text("touchpoint", LONGEST_NAME);
        if (!input.has("score") && (comment == null || comment.isBlank()) && answers.isEmpty()) {
            input.refuse("score", "or a comment or answers are required");
        }
        FeedbackContent content = new FeedbackContent(
                source(survey),
                id,
                null,
                FeedbackKinds.SURVEY_RESPONSE,
                comment == null ? said(answers) : comment,
                null,
                customer == null ? null : new FeedbackContent.Author(null, customer),
                input.text("visitorId", LONGEST_NAME),
                input.text("channel", LONGEST_CHANNEL),
                input.instant("occurredAt", now),
                SurveyReader.language(input),
                null,
                input.text("page", LONGEST_PAGE),
                touchpoint == null ? survey.touchpoint : touchpoint,
                null,
                input.text("location", LONGEST_NAME),
                answer(score, answers, Boolean.TRUE.equals(input.bool("partial"))));
        input.finish();
        return content;
    }

    private SurveyAnswer answer(Integer score, ArrayNode answers, boolean partial) {
        Scale scale = scored.scale();
        return new SurveyAnswer(
                survey.id,
                version.version,
                scored.type(),
                score,
                scale == null ? null : scale.min(),
                scale == null ? null : scale.max(),
                scale == null ? null : scale.good(),
                answers,
                partial);
    }

    /** What was answered in words, so that it is read like any other text; null without. */
    String said(JsonNode answers) {
        Map<String, Question> questions = new HashMap<>();
        version.wording().questions().forEach(question -> questions.put(question.id(), question));
        List<String> texts = new ArrayList<>();
        for (JsonNode answer : answers) {
            Question question = questions.get(answer.path("questionId").textValue());
            String text = answer.path("value").textValue();
            if (question != null && question.type().equals("text") && text != null && !text.isBlank()) {
                texts.add(text);
            }
        }
        return texts.isEmpty() ? null : String.join("\n", texts);
    }

    /** As given, or as the answer to the question that is scored. */
    private Integer score(JsonInput input, ArrayNode answers) {
        Scale scale = scored.scale();
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
        for (JsonNode answer : answers) {
            boolean fits = answer.path("questionId").asText().equals(scored.questionId())
                    && answer.path("value").canConvertToInt();
            if (fits) {
                return answer.get("value").intValue();
            }
        }
        return null;
    }
}
