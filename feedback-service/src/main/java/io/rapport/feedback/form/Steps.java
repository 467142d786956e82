package io.rapport.feedback.form;

import io.rapport.feedback.survey.AskedSurvey;
import io.rapport.feedback.survey.AskedSurvey.AskedQuestion;
import java.util.ArrayList;
import java.util.List;

/**
 * Which questions of a survey stand on which page: the first one ends with the score where later questions depend on it, and none
 * holds more than a few.
 */
final class Steps {
    private static final int MOST = 6;

    private Steps() {}

    /** @param score null while it isn't known: then the pages after it hold all that may follow */
    static List<List<AskedQuestion>> of(AskedSurvey survey, Integer score) {
        boolean depends = survey.questions().stream().anyMatch(question -> question.showIf() != null);
        List<List<AskedQuestion>> steps = new ArrayList<>();
        List<AskedQuestion> step = new ArrayList<>();
        for (AskedQuestion question : survey.questions()) {
            if (question.showIf() != null && score != null && !question.asked(score)) {
                continue;
            }
            step.add(question);
            if (step.size() == MOST || depends && question.scored()) {
                steps.add(step);
                step = new ArrayList<>();
            }
        }
        if (!step.isEmpty() || steps.isEmpty()) {
            steps.add(step);
        }
        return steps;
    }
}
