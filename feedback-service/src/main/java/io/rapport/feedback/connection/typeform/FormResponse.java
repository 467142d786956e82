package io.rapport.feedback.connection.typeform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.rapport.feedback.connection.Change;
import io.rapport.feedback.connection.Connector.ConnectionOptions;
import io.rapport.feedback.connection.FeedbackDraft;
import io.rapport.feedback.connection.Payloads;
import io.rapport.feedback.review.FeedbackKinds;
import io.rapport.feedback.review.SurveyAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One filled-in form as an answer to a survey: its texts are what was said, one of its numbers is the score. */
final class FormResponse {
    private static final Set<String> WRITTEN = Set.of("long_text", "short_text");

    private final Payloads payloads;
    private final ConnectionOptions options;

    FormResponse(Payloads payloads, ConnectionOptions options) {
        this.payloads = payloads;
        this.options = options;
    }

    Change change(JsonNode payload) {
        JsonNode response = payload.path("form_response");
        if (!response.isObject()) {
            return new Change.Passed(payload.path("event_type").asText("without form_response") + " is not used");
        }
        String form = Payloads.required(payload, "/form_response/form_id");
        String token = Payloads.required(payload, "/form_response/token");
        JsonNode answers = response.path("answers");
        FeedbackDraft draft = new FeedbackDraft(
                        options.setting("source", "typeform"),
                        token,
                        FeedbackKinds.SURVEY_RESPONSE,
                        Payloads.instant(response.path("submitted_at"), "form_response.submitted_at"))
                .text(text(answers))
                .author(null, customer(response, answers))
                .with("visitorId", Payloads.text(response.at("/hidden/visitor_id")))
                .with("touchpoint", options.setting("touchpoint", null));
        return payloads.answered(draft, answer(form, answers));
    }

    private SurveyAnswer answer(String form, JsonNode answers) {
        ScoredQuestion scored = ScoredQuestion.of(answers, options);
        return scored == null
                ? new SurveyAnswer(form, 1, "custom", null, null, null, null, all(answers), false)
                : new SurveyAnswer(
                        form,
                        1,
                        scored.type(),
                        scored.score(),
                        scored.min(),
                        scored.max(),
                        scored.good(),
                        all(answers),
                        false);
    }

    private static String text(JsonNode answers) {
        List<String> texts = new ArrayList<>();
        for (JsonNode answer : answers) {
            if (WRITTEN.contains(answer.at("/field/type").asText()) && answer.hasNonNull("text")) {
                texts.add(answer.path("text").asText());
            }
        }
        return texts.isEmpty() ? null : String.join("\n\n", texts);
    }

    /** The form's address may name the customer in a hidden field; else the e-mail address that was asked for does. */
    private static String customer(JsonNode response, JsonNode answers) {
        String hidden = Payloads.text(response.at("/hidden/customer_id"));
        if (hidden != null) {
            return hidden;
        }
        for (JsonNode answer : answers) {
            if (answer.path("type").asText().equals("email")) {
                return Payloads.text(answer.path("email"));
            }
        }
        return null;
    }

    private static ArrayNode all(JsonNode answers) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (JsonNode answer : answers) {
            String ref = Payloads.text(answer.at("/field/ref"));
            all.addObject()
                    .put("questionId", ref == null ? answer.at("/field/id").asText() : ref)
                    .set("value", value(answer));
        }
        return all;
    }

    /** Stands under the name of its type; a choice has a label, several have labels. */
    private static JsonNode value(JsonNode answer) {
        JsonNode value = answer.path(answer.path("type").asText());
        if (value.isObject()) {
            return value.has("labels") ? value.path("labels") : value.path("label");
        }
        return value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value;
    }
}
