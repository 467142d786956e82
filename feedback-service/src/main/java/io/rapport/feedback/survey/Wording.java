package io.rapport.feedback.survey;

import java.util.List;

/**
 * What a survey asks: this is what its versions differ in.
 *
 * @param question the one question of the short form; null without
 * @param scale null where nothing is scored
 */
record Wording(String question, Scale scale, List<Question> questions, List<String> languages) {

    /** The id of the question whose answer is the score, if it is one of {@link #questions}; else null. */
    String scoredQuestion() {
        return questions.stream()
                .filter(Question::onScale)
                .map(Question::id)
                .findFirst()
                .orElse(null);
    }
}
