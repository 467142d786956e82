package io.rapport.feedback.survey;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.form.FormStyle;
import io.rapport.feedback.form.FormWords;
import io.rapport.feedback.survey.Contacts.Person;
import io.rapport.feedback.survey.SurveySettings.Widget;
import io.rapport.frame.json.JsonInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which surveys the widget may show on a page, and, at the moment itself, whether it may. */
@ApplicationScoped
class Offers {
    private static final int MOST = 200;
    private static final List<String> WORDS =
            List.of("next", "send", "comment", "required", "thanks", "yes", "no", "close");

    private final Contacts contacts;

    Offers(Contacts contacts) {
        this.contacts = contacts;
    }

    /** Documents the body of {@code POST /v1/surveys/offers}. */
    @Schema(
            name = "SurveyOffersInput",
            requiredProperties = {"page"},
            additionalProperties = Schema.False.class)
    record Input(
            @Schema(maxLength = 2000, description = "The path of the page.", examples = "/menu")
            String page,

            @Schema(nullable = true, maxLength = 200, description = "As in `Accept-Language`.", examples = "de-AT, en")
            String language,

            @Schema(nullable = true, maxLength = 200, examples = "c1")
            String customerId,

            @Schema(nullable = true, maxLength = 200, examples = "v1")
            String visitorId) {}

    /** Documents the body of {@code POST /v1/surveys/{id}/shown}. */
    @Schema(name = "SurveyShownInput", additionalProperties = Schema.False.class)
    record Shown(
            @Schema(nullable = true, maxLength = 200, examples = "c1")
            String customerId,

            @Schema(nullable = true, maxLength = 200, examples = "v1")
            String visitorId) {}

    /** What may be shown on the page. */
    @Schema(name = "SurveyOffers")
    record Page(List<Offer> items) {}

    /** A survey, and when to show it. */
    @Schema(name = "SurveyOffer")
    record Offer(
            AskedSurvey survey,
            Widget widget,

            @Schema(
                    description = "For so many days after it was shown, no survey is to be shown there.",
                    examples = "30")
            int quietDays,

            @Schema(examples = "#1f4e79") String colour,
            @Schema(examples = "#ffffff") String onColour,

            @Schema(description = "The widget's own words, in the survey's language.")
            Map<String, String> words) {}

    /** Whether the survey may be shown now. */
    @Schema(name = "SurveyShown")
    record Decision(
            @Schema(description = "False where the person was asked or has answered within the survey's quiet days.")
            boolean show) {}

    @Transactional
    Page on(String business, JsonNode body) {
        JsonInput input = JsonInput.object(body);
        String page = input.requiredText("page", 2_000);
        List<LanguageRange> languages = languages(input);
        Person person = person(input);
        input.finish();
        return new Page(SurveyEntity.page(business, "", MOST).stream()
                .filter(survey -> survey.settings.widget() != null && fits(survey.settings.widget(), page))
                .filter(survey -> !contacts.isQuiet(survey, person))
                .map(survey -> offer(survey, languages))
                .toList());
    }

    /** Notes that the survey is shown, unless it must not be: of two pages that ask at once, one may. */
    @Transactional
    Decision shown(String business, String id, JsonNode body) {
        JsonInput input = JsonInput.object(body);
        Person person = person(input);
        input.finish();
        SurveyEntity survey = Surveys.live(SurveyEntity.any(business, Surveys.known(id)));
        contacts.hold(business, person);
        boolean show = !contacts.isQuiet(survey, person);
        if (show) {
            contacts.ask(survey, person);
        }
        return new Decision(show);
    }

    private static Offer offer(SurveyEntity survey, List<LanguageRange> languages) {
        AskedSurvey asked = AskedSurvey.of(survey, SurveyVersionEntity.find(survey, survey.version), languages);
        FormWords all = FormWords.in(asked.language());
        Map<String, String> words = new TreeMap<>();
        WORDS.forEach(word -> words.put(word, all.get(word)));
        String colour = FormStyle.colour(survey.settings.theme());
        return new Offer(
                asked,
                survey.settings.widget(),
                survey.settings.quietDays(),
                colour,
                FormStyle.onColour(colour),
                words);
    }

    private static boolean fits(Widget widget, String page) {
        return widget.pages().isEmpty()
                || widget.pages().stream()
                        .anyMatch(pattern -> glob(pattern).matcher(page).matches());
    }

    private static Pattern glob(String pattern) {
        return Pattern.compile(String.join(
                ".*",
                List.of(pattern.split("\\*", -1)).stream().map(Pattern::quote).toList()));
    }

    private static Person person(JsonInput input) {
        return new Person(input.text("customerId", 200), input.text("visitorId", 200));
    }

    private static List<LanguageRange> languages(JsonInput input) {
        String text = input.text("language", 200);
        try {
            return text == null ? List.of() : LanguageRange.parse(text);
        } catch (IllegalArgumentException unreadable) {
            input.refuse("language", "must hold language tags such as de-AT, en");
            return List.of();
        }
    }
}
