package io.rapport.feedback.survey;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A survey as the API returns it. */
@Schema(name = "SurveyItem")
record SurveyItem(
        @Schema(examples = "sv_abcdefghijklmnop") String id,

        @Schema(description = "Rises when the wording or the scale changes.", examples = "1")
        int version,

        @Schema(nullable = true, description = "Where customers can answer it; null while there is no form.")
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
        Instant createdAt,
        Instant updatedAt) {

    static SurveyItem from(SurveyEntity survey, Wording wording) {
        return new SurveyItem(
                survey.id,
                survey.version,
                null,
                survey.name,
                survey.type,
                wording.question(),
                wording.scale(),
                survey.touchpoint,
                wording.questions(),
                wording.languages(),
                survey.createdAt,
                survey.updatedAt);
    }
}
