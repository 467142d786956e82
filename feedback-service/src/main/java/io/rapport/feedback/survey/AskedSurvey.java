package io.rapport.feedback.survey;

import io.rapport.feedback.survey.SurveySettings.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A survey as somebody is asked it: one version, in one language.
 *
 * @param language that of the texts
 * @param questions in their order; which of them follow depends on the score
 * @param thanks null for the usual words
 */
@Schema(name = "AskedSurvey", description = "A survey in one language, as somebody is asked it.")
public record AskedSurvey(
        @Schema(examples = "sv_abcdefghijklmnop") String id,
        @Schema(examples = "1") int version,
        @Schema(examples = "en") String language,
        List<AskedQuestion> questions,

        @Schema(nullable = true, description = "Null for the usual words.")
        String thanks,

        Theme theme) {
    private static final String USUAL_LANGUAGE = "en";

    /** How the answer to the survey's own question is called, where it is a number. */
    public static final String SCORE = "score";

    /** How the answer in free words is called. */
    public static final String COMMENT = "comment";

    static final String OF_QUESTION = "q.";

    /**
     * One question.
     *
     * @param name of the answer: {@code score}, {@code comment}, or that of a question with {@code q.} before it
     * @param questionId null for {@code score} and {@code comment}
     * @param text null for the usual words of a comment
     * @param scored whether the answer is the survey's score
     */
    @Schema(name = "AskedQuestion")
    public record AskedQuestion(
            @Schema(examples = "score") String name,
            @Schema(nullable = true) String questionId,

            @Schema(
                    enumeration = {
                        "scale", "nps", "ces", "csat", "rating", "text", "choice", "choices", "boolean", "comment"
                    },
                    examples = "nps")
            String type,

            @Schema(nullable = true, examples = "How likely are you to recommend us?")
            String text,

            List<Option> options,
            @Schema(nullable = true) Scale scale,
            @Schema(nullable = true) Labels labels,
            @Schema(nullable = true) ShowIf showIf,

            @Schema(description = "Whether the answer is the survey's score.")
            boolean scored) {

        /** Whether it is asked of somebody who gave this score; null for none yet. */
        public boolean asked(Integer score) {
            return showIf == null || showIf.follows(score);
        }
    }

    /** What there is to choose: what is stored, and what is shown for it. */
    @Schema(name = "AskedOption")
    public record Option(
            @Schema(examples = "card") String value,
            @Schema(examples = "By card") String text) {}

    static AskedSurvey of(SurveyEntity survey, SurveyVersionEntity version, List<LanguageRange> wanted) {
        Wording wording = version.wording();
        String language = language(wording.languages(), wanted);
        Translation in = wording.translations().get(language);
        Wording.Scored scored = wording.scored(SurveyType.of(survey.type));
        List<AskedQuestion> asked = new ArrayList<>();
        if (wording.question() != null) {
            asked.add(own(wording, in, survey.type));
        }
        wording.questions().forEach(question -> asked.add(asked(question, wording, in, scored)));
        if (wording.question() != null
                && wording.scale() != null
                && wording.questions().isEmpty()) {
            asked.add(new AskedQuestion(COMMENT, null, COMMENT, null, List.of(), null, null, null, false));
        }
        String thanks = in == null || in.thanks() == null ? wording.thanks() : in.thanks();
        return new AskedSurvey(survey.id, version.version, language, asked, thanks, survey.settings.theme());
    }

    private static String language(List<String> languages, List<LanguageRange> wanted) {
        if (languages.isEmpty()) {
            return USUAL_LANGUAGE;
        }
        String found = wanted.isEmpty() ? null : Locale.lookupTag(wanted, languages);
        return languages.stream()
                .filter(language -> language.equalsIgnoreCase(found))
                .findFirst()
                .orElse(languages.getFirst());
    }

    private static AskedQuestion own(Wording wording, Translation in, String type) {
        String text = in == null || in.question() == null ? wording.question() : in.question();
        Labels labels = in == null || in.labels() == null ? wording.labels() : in.labels();
        return wording.scale() == null
                ? new AskedQuestion(COMMENT, null, COMMENT, text, List.of(), null, null, null, false)
                : new AskedQuestion(
                        SCORE,
                        null,
                        type.equals("custom") ? "scale" : type,
                        text,
                        List.of(),
                        wording.scale(),
                        labels,
                        null,
                        true);
    }

    private static AskedQuestion asked(Question question, Wording wording, Translation in, Wording.Scored scored) {
        Map<String, Translation.Texts> byId = in == null || in.questions() == null ? Map.of() : in.questions();
        Translation.Texts texts = byId.getOrDefault(question.id(), new Translation.Texts(null, null, null));
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < question.options().size(); i++) {
            String value = question.options().get(i);
            boolean translated = texts.options() != null && i < texts.options().size();
            options.add(new Option(value, translated ? texts.options().get(i) : value));
        }
        return new AskedQuestion(
                OF_QUESTION + question.id(),
                question.id(),
                question.type(),
                texts.text() == null ? question.text() : texts.text(),
                options,
                question.onScale() ? wording.scaleOf(question) : null,
                texts.labels() == null ? question.labels() : texts.labels(),
                question.showIf(),
                question.id().equals(scored.questionId()));
    }
}
