package io.rapport.feedback.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.business.Businesses;
import io.rapport.feedback.form.FormPage.Frame;
import io.rapport.feedback.sql.Ids;
import io.rapport.feedback.survey.AskedSurvey;
import io.rapport.feedback.survey.AskedSurvey.AskedQuestion;
import io.rapport.feedback.survey.FormAnswers;
import io.rapport.feedback.survey.FormAnswers.Respondent;
import io.rapport.feedback.survey.SurveySettings.Theme;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the pages of forms. */
@ApplicationScoped
class Forms {
    private final FormAnswers answers;
    private final FormState states;
    private final Businesses businesses;

    Forms(FormAnswers answers, FormState states, Businesses businesses) {
        this.answers = answers;
        this.states = states;
        this.businesses = businesses;
    }

    static Respondent respondent(AskedSurvey survey, String response, String customer, boolean several, Origin origin) {
        return new Respondent(
                survey.id(),
                survey.version(),
                response == null ? Ids.random("f_") + Ids.random("") : response,
                customer,
                several ? survey.language() : null,
                origin.channel(),
                origin.touchpoint(),
                origin.location());
    }

    /** Where the form's link was found, as its address says. */
    record Origin(String channel, String touchpoint, String location) {}

    /**
     * @param page from 0
     * @param given what was just given and is not kept yet, or preset; by name
     * @param faulty whether a needed answer is missing
     */
    String page(
            String business,
            AskedSurvey survey,
            Respondent respondent,
            int page,
            Map<String, JsonNode> given,
            boolean faulty) {
        Map<String, JsonNode> all = new HashMap<>(answers.soFar(business, respondent));
        all.putAll(given);
        FormWords words = FormWords.in(survey.language());
        Integer score = score(survey, all);
        List<List<AskedQuestion>> steps = Steps.of(survey, score);
        int at = Math.min(page, steps.size() - 1);
        List<FormPage.Asked> asked = new ArrayList<>();
        for (AskedQuestion question : steps.get(at)) {
            JsonNode answer = all.get(question.name());
            boolean missing = faulty && question.scored() && (answer == null || answer.isMissingNode());
            asked.add(FormPage.asked(asked.size(), question, all, words, missing ? words.get("required") : null));
        }
        boolean last = at == steps.size() - 1 && !depends(survey, at);
        String heading = heading(business, survey.theme());
        String title = (faulty ? words.get("wrong") + ": " : "") + heading;
        return FormTemplates.FORM
                .data("frame", Frame.of(survey.language(), title, heading, style(survey.id())))
                .data("questions", asked)
                .data("action", "/forms/" + survey.id())
                .data("state", states.seal(respondent))
                .data("page", at)
                .data("step", at == 0 ? "" : numbers(words.get("step"), at + 1, steps.size()))
                .data("wrong", faulty ? words.get("wrong") : "")
                .data("button", words.get(last ? "send" : "next"))
                .data("buttonLanguage", words.language())
                .render();
    }

    /** A page without questions. */
    String message(String business, AskedSurvey survey, String name, String text, boolean again) {
        FormWords words = FormWords.in(survey.language());
        return FormTemplates.MESSAGE
                .data(
                        "frame",
                        Frame.of(
                                survey.language(),
                                words.get(name),
                                heading(business, survey.theme()),
                                style(survey.id())))
                .data("message", text == null ? words.get(name + "Text") : text)
                .data("again", again ? "/forms/" + survey.id() : "")
                .data("againText", words.get("again"))
                .render();
    }

    /** Where there is no survey, or no more. */
    String message(String language, String name, String heading, String style) {
        FormWords words = FormWords.in(language);
        return FormTemplates.MESSAGE
                .data("frame", Frame.of(words.language(), words.get(name), heading, style))
                .data("message", words.get(name + "Text"))
                .data("again", "")
                .data("againText", "")
                .render();
    }

    String heading(String business, Theme theme) {
        return theme.logoText() == null ? businesses.name(business) : theme.logoText();
    }

    static String style(String survey) {
        return "/forms/" + survey + "/style.css";
    }

    /** Whether what follows this page depends on what is answered on it. */
    private static boolean depends(AskedSurvey survey, int page) {
        boolean depends = survey.questions().stream().anyMatch(question -> question.showIf() != null);
        return depends && Steps.of(survey, null).get(page).stream().anyMatch(AskedQuestion::scored);
    }

    static Integer score(AskedSurvey survey, Map<String, JsonNode> answers) {
        return survey.questions().stream()
                .filter(AskedQuestion::scored)
                .map(question -> answers.get(question.name()))
                .filter(answer -> answer != null && answer.isInt())
                .map(JsonNode::intValue)
                .findFirst()
                .orElse(null);
    }

    private static String numbers(String text, int n, int m) {
        return text.replace("{n}", Integer.toString(n)).replace("{m}", Integer.toString(m));
    }
}
