package io.rapport.feedback.survey;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a survey asks in one of its versions; never changed. */
@Entity
@Table(name = "survey_version")
@IdClass(SurveyVersionEntity.Key.class)
public class SurveyVersionEntity extends PanacheEntityBase {
    @Id
    @Column(name = "business_id")
    public String businessId;

    @Id
    @Column(name = "survey_id")
    public String surveyId;

    @Id
    public int version;

    public String question;

    @Column(name = "scale_min")
    public Integer scaleMin;

    @Column(name = "scale_max")
    public Integer scaleMax;

    @Column(name = "scale_good")
    public String scaleGood;

    @Convert(converter = JsonColumns.Questions.class)
    public List<Question> questions;

    @Convert(converter = JsonColumns.Texts.class)
    public List<String> languages;

    @Convert(converter = JsonColumns.Further.class)
    public FurtherTexts texts;

    @Column(name = "created_at")
    public Instant createdAt;

    /** What a version says beside its questions. */
    public record FurtherTexts(Labels labels, String thanks, Map<String, Translation> translations) {
        public FurtherTexts {
            translations = translations == null ? Map.of() : translations;
        }
    }

    /** The primary key. */
    public record Key(String businessId, String surveyId, int version) implements Serializable {}

    static SurveyVersionEntity of(SurveyEntity survey, Wording wording, Instant now) {
        SurveyVersionEntity version = new SurveyVersionEntity();
        version.businessId = survey.businessId;
        version.surveyId = survey.id;
        version.version = survey.version;
        version.question = wording.question();
        if (wording.scale() != null) {
            version.scaleMin = wording.scale().min();
            version.scaleMax = wording.scale().max();
            version.scaleGood = wording.scale().good();
        }
        version.questions = wording.questions();
        version.languages = wording.languages();
        version.texts = new FurtherTexts(wording.labels(), wording.thanks(), wording.translations());
        version.createdAt = now;
        return version;
    }

    static SurveyVersionEntity find(SurveyEntity survey, int version) {
        return findById(new Key(survey.businessId, survey.id, version));
    }

    Wording wording() {
        Scale scale = scaleMin == null ? null : new Scale(scaleMin, scaleMax, scaleGood);
        return new Wording(question, scale, questions, languages, texts.labels(), texts.thanks(), texts.translations());
    }
}
