package io.rapport.feedback.survey;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads surveys, and changes to them, as clients send them. */
final class SurveyReader {
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_QUESTIONS = 50;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}");
    private static final int LOWEST = -1_000;
    private static final int HIGHEST = 1_000;

    private SurveyReader() {}

    static SurveyDraft create(JsonNode body) {
        JsonInput input = JsonInput.object(body);
        String name = input.requiredText("name", LONGEST_NAME);
        SurveyType type = SurveyType.of(input.requiredOneOf("type", SurveyType.NAMES));
        String question = input.text("question", LONGEST_TEXT);
        Scale scale = scale(input, type);
        String touchpoint = input.text("touchpoint", LONGEST_NAME);
        List<Question> questions = questions(input, type, scale);
        List<String> languages = languages(input);
        Wording wording = new Wording(
                question,
                scale,
                questions,
                languages,
                TextsReader.labels(input),
                input.text("thanks", LONGEST_TEXT),
                TextsReader.translations(input, languages, questions));
        SurveySettings settings = SettingsReader.read(input, body, SurveySettings.NONE);
        checkAsksSomething(input, type, wording);
        input.finish();
        return new SurveyDraft(name, type, touchpoint, wording, settings);
    }

    /** What is missing in the body stays as it is; null takes away what may be missing. */
    static SurveyDraft change(JsonNode body, SurveyDraft before) {
        JsonInput input = JsonInput.object(body);
        Wording asked = before.wording();
        String name = body.has("name") ? input.requiredText("name", LONGEST_NAME) : before.name();
        String touchpoint = body.has("touchpoint") ? input.text("touchpoint", LONGEST_NAME) : before.touchpoint();
        if (body.has("type") && SurveyType.of(input.oneOf("type", SurveyType.NAMES)) != before.type()) {
            input.refuse("type", "can't be changed: make another survey");
        }
        Wording wording = wording(input, body, before.type(), asked);
        SurveySettings settings = SettingsReader.read(input, body, before.settings());
        checkAsksSomething(input, before.type(), wording);
        input.finish();
        return new SurveyDraft(name, before.type(), touchpoint, wording, settings);
    }

    private static Wording wording(JsonInput input, JsonNode body, SurveyType type, Wording asked) {
        String question = body.has("question") ? input.text("question", LONGEST_TEXT) : asked.question();
        Scale scale = body.has("scale") ? scale(input, type) : asked.scale();
        List<Question> questions = body.has("questions") ? questions(input, type, scale) : asked.questions();
        List<String> languages = body.has("languages") ? languages(input) : asked.languages();
        return new Wording(
                question,
                scale,
                questions,
                languages,
                body.has("labels") ? TextsReader.labels(input) : asked.labels(),
                body.has("thanks") ? input.text("thanks", LONGEST_TEXT) : asked.thanks(),
                body.has("translations")
                        ? TextsReader.translations(input, languages, questions)
                        : asked.translations());
    }

    private static Scale scale(JsonInput input, SurveyType type) {
        JsonInput scale = input.child("scale");
        if (scale == null || type == null) {
            return type == null ? null : type.usual();
        }
        Scale read = read(scale, type.usual());
        return type != SurveyType.NPS || read == null || read.equals(type.usual())
                ? read
                : input.refuse("scale", "of an nps survey is always 0 to 10, and high is good");
    }

    private static Scale read(JsonInput scale, Scale usual) {
        Integer min = scale.requiredInteger("min", LOWEST, HIGHEST);
        Integer max = scale.requiredInteger("max", LOWEST, HIGHEST);
        String good = scale.oneOf("good", List.of(Scale.HIGH, Scale.LOW));
        if (min == null || max == null) {
            return null;
        }
        if (min >= max) {
            return scale.refuse("max", "must be more than min");
        }
        return new Scale(min, max, good != null ? good : usual == null ? Scale.HIGH : usual.good());
    }

    private static List<Question> questions(JsonInput input, SurveyType type, Scale scale) {
        List<Question> questions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonInput one : input.children("questions", MOST_QUESTIONS)) {
            Question question = question(one, type, scale);
            if (question.id() != null && !ids.add(question.id())) {
                one.refuse("id", "is the id of an earlier question, too");
            }
            if (question.chooses() == question.options().isEmpty()) {
                one.refuse("options", question.chooses() ? "must hold at least one" : "are only for choices");
            }
            questions.add(question);
        }
        return questions;
    }

    private static Question question(JsonInput input, SurveyType survey, Scale scale) {
        String id = input.requiredText("id", 100);
        String type = input.requiredOneOf("type", Question.TYPES);
        return new Question(
                id,
                type,
                input.requiredText("text", LONGEST_TEXT),
                input.texts("options", 100, LONGEST_NAME),
                scaleOf(input, type, survey, scale),
                TextsReader.labels(input),
                showIf(input.child("showIf")));
    }

    /** Its own, else the survey's where that measures the same or says no more, else that of its type. */
    private static Scale scaleOf(JsonInput input, String type, SurveyType survey, Scale scale) {
        JsonInput own = input.child("scale");
        boolean scored = type != null && new Question(null, type, null, null, null, null, null).onScale();
        if (!scored) {
            return own == null ? null : input.refuse("scale", "is only for what is answered on one");
        }
        if (own == null) {
            boolean surveys =
                    type.equals("scale") || survey != null && survey.wire().equals(type);
            boolean given = survey == SurveyType.CUSTOM && scale != null && !type.equals("nps");
            return surveys || given ? scale : Question.usual(type);
        }
        Scale read = read(own, Question.usual(type));
        return !type.equals("nps") || read == null || read.equals(Question.usual(type))
                ? read
                : input.refuse("scale", "of an nps question is always 0 to 10, and high is good");
    }

    private static ShowIf showIf(JsonInput input) {
        return input == null
                ? null
                : new ShowIf(input.integer("from", LOWEST, HIGHEST), input.integer("to", LOWEST, HIGHEST));
    }

    static String language(JsonInput input) {
        String language = input.text("language", 35);
        return language == null || LANGUAGE.matcher(language).matches()
                ? language
                : input.refuse("language", "must be a language tag such as en or pt-BR");
    }

    private static List<String> languages(JsonInput input) {
        List<String> languages = input.texts("languages", 50, 40);
        if (languages.stream().anyMatch(LANGUAGE.asMatchPredicate().negate())) {
            input.refuse("languages", "must hold language tags such as en or pt-BR");
        }
        return languages;
    }

    private static void checkAsksSomething(JsonInput input, SurveyType type, Wording wording) {
        if ((wording.question() == null || wording.question().isBlank())
                && wording.questions().isEmpty()) {
            input.refuse("question", "or questions is required");
        }
        boolean needsScale = wording.questions().stream()
                .anyMatch(one -> one.onScale() && one.scale() == null && wording.scale() == null);
        if (type == SurveyType.CUSTOM && needsScale) {
            input.refuse("scale", "is required where a question is answered on it");
        }
        boolean follows = wording.questions().stream().anyMatch(one -> one.showIf() != null);
        if (follows && type != null && wording.scored(type).scale() == null) {
            input.refuse("questions", "can only follow a score where something is scored");
        }
    }
}
