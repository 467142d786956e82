package io.rapport.feedback.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.rapport.feedback.survey.AskedSurvey.AskedQuestion;
import io.rapport.feedback.survey.AskedSurvey.Option;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a form sends. What no page of ours can send, such as a point beyond the scale, counts as not answered. */
final class Posted {
    static final int LONGEST = 10_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Posted() {}

    /** The answers to these questions; a missing one is there as a missing node. */
    static Map<String, JsonNode> answers(List<AskedQuestion> questions, MultivaluedMap<String, String> form) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        questions.forEach(question ->
                answers.put(question.name(), answer(question, form.getOrDefault(question.name(), List.of()))));
        return answers;
    }

    private static JsonNode answer(AskedQuestion question, List<String> values) {
        if (question.type().equals("choices")) {
            return choices(question, values);
        }
        String value =
                values.isEmpty() ? "" : values.getFirst().replace("\0", "").strip();
        return switch (question.type()) {
            case "text", "comment" -> value.isEmpty() ? MissingNode.getInstance() : JSON.textNode(cut(value));
            case "boolean" ->
                value.equals("true") || value.equals("false")
                        ? JSON.booleanNode(value.equals("true"))
                        : MissingNode.getInstance();
            case "choice" ->
                question.options().stream().map(Option::value).anyMatch(value::equals)
                        ? JSON.textNode(value)
                        : MissingNode.getInstance();
            default -> point(question, value);
        };
    }

    static JsonNode point(AskedQuestion question, String value) {
        if (value == null || question.scale() == null || !value.matches("-?\\d{1,4}")) {
            return MissingNode.getInstance();
        }
        int point = Integer.parseInt(value);
        boolean fits =
                point >= question.scale().min() && point <= question.scale().max();
        return fits ? JSON.numberNode(point) : MissingNode.getInstance();
    }

    private static JsonNode choices(AskedQuestion question, List<String> values) {
        ArrayNode chosen = JSON.arrayNode();
        question.options().stream().map(Option::value).filter(values::contains).forEach(chosen::add);
        return chosen.isEmpty() ? MissingNode.getInstance() : chosen;
    }

    /** Without half of a character at its end. */
    private static String cut(String value) {
        if (value.length() <= LONGEST) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return value.substring(0, end);
    }
}
