package io.rapport.feedback.connection.typeform;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.connection.Connector.ConnectionOptions;
import io.rapport.feedback.connection.Payloads;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.Problems;
import java.util.List;

/**
 * Which of a form's questions has the score, and on what scale it was asked.
 *
 * @param type as a survey of ours: nps, ces, csat or custom
 */
record ScoredQuestion(String type, int score, int min, int max, String good) {
    private static final List<String> TYPES = List.of("nps", "ces", "csat", "custom");
    private static final int NPS_MAX = 10;
    private static final int RATING_MAX = 5;

    /** {@code question} names the field by its ref or id; without it the first one of type nps, or else rating, is meant. */
    static void check(JsonInput settings) {
        settings.text("question", 200);
        settings.oneOf("surveyType", TYPES);
        Integer min = settings.integer("min", 0, 100);
        Integer max = settings.integer("max", 1, 100);
        settings.oneOf("good", List.of("high", "low"));
        if (min != null && max != null && min >= max) {
            settings.refuse("max", "must be more than min");
        }
    }

    /** The answer with the score; null where there is none. */
    static ScoredQuestion of(JsonNode answers, ConnectionOptions options) {
        JsonNode answer = answer(answers, options.setting("question", null));
        if (answer == null) {
            return null;
        }
        String field = answer.at("/field/type").asText();
        String type = options.setting("surveyType", type(field));
        int min = number(options, "min", type.equals("nps") || field.equals("opinion_scale") ? 0 : 1);
        int max = number(options, "max", type.equals("nps") || field.equals("opinion_scale") ? NPS_MAX : RATING_MAX);
        int score = answer.path("number").asInt();
        if (!answer.path("number").isIntegralNumber() || score < min || score > max) {
            throw Problems.validation(
                    "answers",
                    "The score must be a whole number from " + min + " to " + max
                            + "; the connection's settings min and max say otherwise if it is asked so.");
        }
        return new ScoredQuestion(type, score, min, max, options.setting("good", "high"));
    }

    private static JsonNode answer(JsonNode answers, String question) {
        for (String wanted : question == null ? List.of("nps", "rating") : List.of(question)) {
            for (JsonNode answer : answers) {
                boolean fits = question == null
                        ? answer.at("/field/type").asText().equals(wanted)
                        : wanted.equals(Payloads.text(answer.at("/field/ref")))
                                || wanted.equals(Payloads.text(answer.at("/field/id")));
                if (fits) {
                    return answer;
                }
            }
        }
        return null;
    }

    private static String type(String field) {
        return switch (field) {
            case "nps" -> "nps";
            case "rating" -> "csat";
            default -> "custom";
        };
    }

    private static int number(ConnectionOptions options, String name, int otherwise) {
        return Integer.parseInt(options.setting(name, Integer.toString(otherwise)));
    }
}
