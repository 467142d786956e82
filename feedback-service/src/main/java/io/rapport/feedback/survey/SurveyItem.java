package io.rapport.feedback.survey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A survey as the API returns it. */
@Schema(name = "SurveyItem")
record SurveyItem(
        @Schema(examples = "sv_abcdefghijklmnop") String id,

        @Schema(description = "Rises when the wording or the scale changes.", examples = "1")
        int version,

        @Schema(
                nullable = true,
                description = "Where customers can answer it, without a key.",
                examples = "http://localhost:8080/forms/sv_abcdefghijklmnop")
        String formUrl,

        @Schema(examples = "After a visit") String name,

        @Schema(
                enumeration = {"nps", "ces", "csat", "custom"},
                examples = "nps")
        String type,

        @Schema(nullable = true, examples = "How likely are you to recommend us?")
        String question,

        @Schema(nullable = true) Scale scale,
        @Schema(nullable = true, examples = "in_store") String touchpoint,
        List<Question> questions,
        List<String> languages,
        @Schema(nullable = true) Labels labels,
        @Schema(nullable = true, examples = "Thank you!") String thanks,

        @Schema(description = "By language.") Map<String, Translation> translations,

        SurveySettings.Theme theme,

        @Schema(nullable = true, description = "Where the widget shows it; null where it doesn't.")
        SurveySettings.Widget widget,

        @Schema(
                description =
                        "For so many days after the business asked or heard somebody, by whatever survey, it isn't shown to them;"
                                + " and of a customer it takes one answer in that time.",
                examples = "30")
        int quietDays,

        Instant createdAt,
        Instant updatedAt) {

    /** @param forms the address that a survey's id is put behind */
    static SurveyItem from(SurveyEntity survey, Wording wording, String forms) {
        return new SurveyItem(
                survey.id,
                survey.version,
                forms + survey.id,
                survey.name,
                survey.type,
                wording.question(),
                wording.scale(),
                survey.touchpoint,
                wording.questions(),
                wording.languages(),
                wording.labels(),
                wording.thanks(),
                wording.translations(),
                survey.settings.theme(),
                survey.settings.widget(),
                survey.settings.quietDays(),
                survey.createdAt,
                survey.updatedAt);
    }
}
