package io.rapport.feedback.survey;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads surveys, and changes to them, as clients send them. */
final class SurveyReader {
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_QUESTIONS = 50;
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
        List<Question> questions = questions(input);
        List<String> languages = languages(input);
        checkAsksSomething(input, type, scale, question, questions);
        input.finish();
        return new SurveyDraft(name, type, touchpoint, new Wording(question, scale, questions, languages));
    }

    /** What is missing in the body stays as it is; null takes away what may be missing. */
    static SurveyDraft change(JsonNode body, SurveyDraft before) {
        JsonInput input = JsonInput.object(body);
        Wording asked = before.wording();
        String name = body.has("name") ? input.requiredText("name", LONGEST_NAME) : before.name();
        String touchpoint = body.has("touchpoint") ? input.text("touchpoint", LONGEST_NAME) : before.touchpoint();
        String question = body.has("question") ? input.text("question", LONGEST_TEXT) : asked.question();
        Scale scale = body.has("scale") ? scale(input, before.type()) : asked.scale();
        List<Question> questions = body.has("questions") ? questions(input) : asked.questions();
        List<String> languages = body.has("languages") ? languages(input) : asked.languages();
        if (body.has("type") && SurveyType.of(input.oneOf("type", SurveyType.NAMES)) != before.type()) {
            input.refuse("type", "can't be changed: make another survey");
        }
        checkAsksSomething(input, before.type(), scale, question, questions);
        input.finish();
        return new SurveyDraft(name, before.type(), touchpoint, new Wording(question, scale, questions, languages));
    }

    private static Scale scale(JsonInput input, SurveyType type) {
        JsonInput scale = input.child("scale");
        if (scale == null) {
            return type == null ? null : type.usual();
        }
        Integer min = scale.requiredInteger("min", LOWEST, HIGHEST);
        Integer max = scale.requiredInteger("max", LOWEST, HIGHEST);
        String good = scale.oneOf("good", List.of(Scale.HIGH, Scale.LOW));
        if (min == null || max == null || type == null) {
            return null;
        }
        if (min >= max) {
            return scale.refuse("max", "must be more than min");
        }
        String usual = type.usual() == null ? Scale.HIGH : type.usual().good();
        Scale read = new Scale(min, max, good == null ? usual : good);
        return type != SurveyType.NPS || read.equals(type.usual())
                ? read
                : input.refuse("scale", "of an nps survey is always 0 to 10, and high is good");
    }

    private static List<Question> questions(JsonInput input) {
        List<Question> questions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonInput one : input.children("questions", MOST_QUESTIONS)) {
            Question question = new Question(
                    one.requiredText("id", 100),
                    one.requiredOneOf("type", Question.TYPES),
                    one.requiredText("text", LONGEST_TEXT),
                    one.texts("options", 100, LONGEST_NAME));
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

    private static List<String> languages(JsonInput input) {
        List<String> languages = input.texts("languages", 50, 40);
        if (languages.stream().anyMatch(language -> !language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}"))) {
            input.refuse("languages", "must hold language tags such as en or pt-BR");
        }
        return languages;
    }

    private static void checkAsksSomething(
            JsonInput input, SurveyType type, Scale scale, String question, List<Question> questions) {
        if ((question == null || question.isBlank()) && questions.isEmpty()) {
            input.refuse("question", "or questions is required");
        }
        boolean needsScale = questions.stream().anyMatch(Question::onScale);
        if (type == SurveyType.CUSTOM && scale == null && needsScale) {
            input.refuse("scale", "is required where a question is answered on it");
        }
    }
}
