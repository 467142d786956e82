package io.rapport.feedback.survey;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a survey asks: this is what its versions differ in.
 *
 * @param question the one question of the short form; null without
 * @param scale null where nothing is scored
 * @param languages the first is that of the texts themselves
 * @param thanks shown at the end; null for the usual words
 * @param translations by language
 */
public record Wording(
        String question,
        Scale scale,
        List<Question> questions,
        List<String> languages,
        Labels labels,
        String thanks,
        Map<String, Translation> translations) {

    /**
     * The answer that is the survey's score.
     *
     * @param questionId null where it is the answer to the one question of the short form
     * @param type what it measures
     */
    record Scored(String questionId, String type, Scale scale) {}

    /** Which answer is the score: to the survey's own question, else to the first one of its type, else to the first on a scale. */
    Scored scored(SurveyType type) {
        if (question != null && scale != null) {
            return new Scored(null, type.wire(), scale);
        }
        List<Question> onScale = questions.stream().filter(Question::onScale).toList();
        return onScale.stream()
                .filter(one -> one.type().equals(type.wire()))
                .findFirst()
                .or(() -> onScale.stream().findFirst())
                .map(one -> new Scored(one.id(), measured(type, one), scaleOf(one)))
                .orElseGet(() -> new Scored(null, type.wire(), scale));
    }

    /** A custom survey measures what its question does. */
    private static String measured(SurveyType type, Question question) {
        return type == SurveyType.CUSTOM && !question.type().equals("scale") ? question.type() : type.wire();
    }

    /** Versions of before questions had scales of their own are answered on the survey's. */
    Scale scaleOf(Question question) {
        return Objects.requireNonNullElse(question.scale(), scale);
    }
}
