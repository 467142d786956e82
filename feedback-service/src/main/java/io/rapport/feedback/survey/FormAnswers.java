package io.rapport.feedback.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.feedback.review.FeedbackContent;
import io.rapport.feedback.review.FeedbackKey;
import io.rapport.feedback.review.FeedbackList;
import io.rapport.feedback.review.FeedbackStore;
import io.rapport.feedback.review.Provenance;
import io.rapport.frame.token.TokenGrant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers by the hosted form, step by step: what each step says is kept at once, as an answer that is broken off until the last
 * step completes it. The same step again, by a browser's repetition or its way back, changes the one answer.
 */
@ApplicationScoped
public class FormAnswers {
    private final FeedbackStore feedback;
    private final FeedbackList stored;
    private final EarlierAnswers earlier;
    private final Clock clock;

    FormAnswers(FeedbackStore feedback, FeedbackList stored, EarlierAnswers earlier, Clock clock) {
        this.feedback = feedback;
        this.stored = stored;
        this.earlier = earlier;
        this.clock = clock;
    }

    /**
     * Who answers what, as the form was opened.
     *
     * @param response the answer's id
     * @param customer null where nobody knows who answers
     * @param language null where the survey leaves no choice of it
     */
    public record Respondent(
            String survey,
            int version,
            String response,
            String customer,
            String language,
            String channel,
            String touchpoint,
            String location) {}

    /** The customer's answer of late; empty without. */
    @Transactional
    public Optional<EarlierAnswers.Earlier> earlier(String business, String survey, String customer) {
        return earlier.latest(SurveyEntity.any(business, survey), customer);
    }

    /** What was answered so far, by the names of the answers. */
    @Transactional
    public Map<String, JsonNode> soFar(String business, Respondent respondent) {
        SurveyEntity survey = SurveyEntity.any(business, respondent.survey());
        return stored.find(business, key(respondent))
                .map(found -> named(survey, found.content()))
                .orElseGet(Map::of);
    }

    /**
     * Keeps what a step says.
     *
     * @param step by the names of the answers; an empty one takes an answer back
     * @param last whether it completes the survey
     * @return false where the customer has completed another answer of late: then nothing is kept
     */
    @Transactional
    public boolean keep(String business, Respondent respondent, Map<String, JsonNode> step, boolean last) {
        SurveyEntity survey = Surveys.live(SurveyEntity.any(business, respondent.survey()));
        if (respondent.customer() != null) {
            var other = earlier.latest(survey, respondent.customer())
                    .filter(one -> !one.id().equals(respondent.response()));
            if (other.isPresent() && !other.get().partial()) {
                return false;
            }
        }
        var before = stored.find(business, key(respondent));
        Map<String, JsonNode> answers = new LinkedHashMap<>(
                before.map(found -> named(survey, found.content())).orElseGet(Map::of));
        answers.putAll(step);
        answers.values().removeIf(JsonNode::isMissingNode);
        if (answers.isEmpty()) {
            return true;
        }
        boolean wasComplete =
                before.filter(found -> !found.content().survey().partial()).isPresent();
        SurveyVersionEntity version = SurveyVersionEntity.find(survey, respondent.version());
        ObjectNode body = body(respondent, answers).put("partial", !last && !wasComplete);
        feedback.store(
                business,
                List.of(new ResponseReader(survey, version, clock.instant()).read(body)),
                new Provenance("form", TokenGrant.BROWSER));
        return true;
    }

    private static ObjectNode body(Respondent respondent, Map<String, JsonNode> answers) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", respondent.response())
                .put("customerId", respondent.customer())
                .put("channel", respondent.channel())
                .put("touchpoint", respondent.touchpoint())
                .put("location", respondent.location())
                .put("language", respondent.language());
        ArrayNode list = body.putArray("answers");
        answers.forEach((name, value) -> {
            if (name.startsWith(AskedSurvey.OF_QUESTION)) {
                list.addObject()
                        .put("questionId", name.substring(AskedSurvey.OF_QUESTION.length()))
                        .set("value", value);
            } else {
                body.set(name, value);
            }
        });
        return body;
    }

    /** What a stored answer says, by the names under which it was asked. */
    private Map<String, JsonNode> named(SurveyEntity survey, FeedbackContent content) {
        SurveyVersionEntity version =
                SurveyVersionEntity.find(survey, content.survey().version());
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (JsonNode answer : content.survey().answers()) {
            answers.put(AskedSurvey.OF_QUESTION + answer.path("questionId").asText(), answer.get("value"));
        }
        boolean ownScore = version.wording().scored(SurveyType.of(survey.type)).questionId() == null;
        if (ownScore && content.survey().score() != null) {
            answers.put(
                    AskedSurvey.SCORE,
                    JsonNodeFactory.instance.numberNode(content.survey().score()));
        }
        String said = new ResponseReader(survey, version, clock.instant())
                .said(content.survey().answers());
        if (content.text() != null && !content.text().equals(said)) {
            answers.put(AskedSurvey.COMMENT, JsonNodeFactory.instance.textNode(content.text()));
        }
        return answers;
    }

    private static FeedbackKey key(Respondent respondent) {
        return new FeedbackKey(ResponseReader.source(respondent.survey()), respondent.response());
    }
}
