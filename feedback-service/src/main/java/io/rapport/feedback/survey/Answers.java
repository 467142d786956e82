package io.rapport.feedback.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.json.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads the answers to single questions by the rules of the version of the survey that was answered. */
final class Answers {
    private static final int MOST = 50;
    private static final int LONGEST = 10_000;

    private Answers() {}

    /** An array of {@code questionId} and {@code value}; what breaks a rule is refused in {@code input}. */
    static ArrayNode read(JsonInput input, Wording wording) {
        Map<String, Question> questions = new HashMap<>();
        wording.questions().forEach(question -> questions.put(question.id(), question));
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        Set<String> answered = new HashSet<>();
        for (JsonInput one : input.children("answers", MOST)) {
            String id = one.requiredText("questionId", 100);
            JsonNode value = one.any("value");
            Question question = id == null ? null : questions.get(id);
            if (id != null && question == null) {
                one.refuse("questionId", "is no question of this version of the survey");
            } else if (id != null && !answered.add(id)) {
                one.refuse("questionId", "is answered twice");
            }
            String rule = question == null ? null : brokenRule(question, wording, value);
            if (rule != null) {
                one.refuse("value", rule);
            }
            answers.addObject().put("questionId", id).set("value", value);
        }
        return answers;
    }

    private static String brokenRule(Question question, Wording wording, JsonNode value) {
        if (value == null) {
            return "is required";
        }
        return switch (question.type()) {
            case "text" -> value.isTextual() ? Text.brokenRule(value.textValue(), LONGEST) : "must be a string";
            case "boolean" -> value.isBoolean() ? null : "must be true or false";
            case "choice" ->
                value.isTextual() && question.options().contains(value.textValue())
                        ? null
                        : "must be one of the options";
            case "choices" -> choices(question, value);
            default -> onScale(wording.scaleOf(question), value);
        };
    }

    private static String choices(Question question, JsonNode value) {
        Set<String> chosen = new HashSet<>();
        boolean fits = value.isArray();
        for (JsonNode one : value) {
            fits &= one.isTextual() && question.options().contains(one.textValue()) && chosen.add(one.textValue());
        }
        return fits ? null : "must be an array of different options";
    }

    static String onScale(Scale scale, JsonNode value) {
        boolean fits = value.isIntegralNumber()
                && value.canConvertToInt()
                && value.intValue() >= scale.min()
                && value.intValue() <= scale.max();
        return fits ? null : "must be a whole number from " + scale.min() + " to " + scale.max();
    }
}
