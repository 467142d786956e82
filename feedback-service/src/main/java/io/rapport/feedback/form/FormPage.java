package io.rapport.feedback.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.survey.AskedSurvey.AskedQuestion;
import io.rapport.feedback.survey.AskedSurvey.Option;
import io.rapport.feedback.survey.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands on a page of a form, ready to be written. */
public final class FormPage {
    private static final List<String> FROM_THE_RIGHT = List.of("ar", "fa", "he", "ur");
    private static final int MOST_BUTTONS = 11;

    private FormPage() {}

    /** The page around the questions, or around a message. */
    public record Frame(String language, String direction, String title, String heading, String style) {
        static Frame of(String language, String title, String heading, String style) {
            String direction = FROM_THE_RIGHT.contains(language.split("-")[0]) ? "rtl" : "ltr";
            return new Frame(language, direction, title, heading, style);
        }
    }

    /**
     * One question.
     *
     * @param kind how it is drawn: scale, number, few (radio buttons), many (check boxes), or words
     * @param text of an answer in words; else empty
     * @param error what is wrong; null for nothing
     */
    public record Asked(
            String id,
            String name,
            String kind,
            String question,
            List<Choice> choices,
            String low,
            String high,
            String text,
            Integer least,
            Integer most,
            String hint,
            String error,
            boolean required) {}

    /** Something to choose. */
    public record Choice(String id, String value, String text, boolean chosen) {}

    /**
     * @param number makes ids that are there once on the page
     * @param answers so far, by name
     * @param error null for none
     */
    static Asked asked(
            int number, AskedQuestion question, Map<String, JsonNode> answers, FormWords words, String error) {
        JsonNode answer = answers.get(question.name());
        Labels labels = question.labels() == null ? new Labels(null, null) : question.labels();
        return new Asked(
                "f" + number,
                question.name(),
                kind(question),
                question.text() == null ? words.get("comment") : question.text(),
                choices("f" + number, question, answer, words),
                labels.low(),
                labels.high(),
                answer == null || answer.isContainerNode() ? "" : answer.asText(),
                question.scale() == null ? null : question.scale().min(),
                question.scale() == null ? null : question.scale().max(),
                hint(question, words),
                error,
                question.scored());
    }

    private static String kind(AskedQuestion question) {
        return switch (question.type()) {
            case "text", "comment" -> "words";
            case "choice", "boolean" -> "few";
            case "choices" -> "many";
            default -> inButtons(question) ? "scale" : "number";
        };
    }

    /** From where to where numbers go, since no buttons show it. */
    private static String hint(AskedQuestion question, FormWords words) {
        return question.scale() == null
                ? null
                : words.get("number")
                        .replace("{n}", Integer.toString(question.scale().min()))
                        .replace("{m}", Integer.toString(question.scale().max()));
    }

    private static boolean inButtons(AskedQuestion question) {
        return question.scale().max() - question.scale().min() < MOST_BUTTONS;
    }

    private static List<Choice> choices(String id, AskedQuestion question, JsonNode answer, FormWords words) {
        List<Choice> choices = new ArrayList<>();
        switch (question.type()) {
            case "text", "comment" -> {}
            case "boolean" -> {
                choices.add(choice(id, choices, "true", words.get("yes"), answer));
                choices.add(choice(id, choices, "false", words.get("no"), answer));
            }
            case "choice", "choices" -> {
                for (Option option : question.options()) {
                    choices.add(choice(id, choices, option.value(), option.text(), answer));
                }
            }
            default -> {
                for (int point = question.scale().min();
                        inButtons(question) && point <= question.scale().max();
                        point++) {
                    choices.add(choice(id, choices, Integer.toString(point), Integer.toString(point), answer));
                }
            }
        }
        return choices;
    }

    private static Choice choice(String id, List<Choice> before, String value, String text, JsonNode answer) {
        boolean chosen = false;
        if (answer != null && answer.isArray()) {
            for (JsonNode one : answer) {
                chosen |= one.asText().equals(value);
            }
        } else {
            chosen = answer != null && answer.asText().equals(value);
        }
        return new Choice(id + "-" + before.size(), value, text, chosen);
    }
}
