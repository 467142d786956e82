package io.rapport.feedback.survey;

import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** Finds surveys for those who answer them: by the survey's id alone, and in their language. */
@ApplicationScoped
public class SurveyDoor {
    private final Sql sql;

    SurveyDoor(Sql sql) {
        this.sql = sql;
    }

    /** What somebody who asks for a survey finds. */
    public sealed interface Found {
        /** It can be answered. */
        record Open(AskedSurvey survey, boolean inSeveralLanguages) implements Found {}

        /** It takes no more answers. */
        record Ended(SurveySettings.Theme theme) implements Found {}
    }

    /** The business whose survey it is; empty for an id that is none. */
    public Optional<String> business(String id) {
        return id.matches(Surveys.ID)
                ? sql.first("select business_id from survey_address where survey_id = ?", row -> row.getString(1), id)
                : Optional.empty();
    }

    /** @param version null for the current one */
    @Transactional
    public Found find(String business, String id, Integer version, List<LanguageRange> languages) {
        SurveyEntity survey = SurveyEntity.any(business, id);
        if (survey.deletedAt != null) {
            return new Found.Ended(survey.settings.theme());
        }
        SurveyVersionEntity asked = SurveyVersionEntity.find(survey, version == null ? survey.version : version);
        return new Found.Open(AskedSurvey.of(survey, asked, languages), asked.languages.size() > 1);
    }
}
