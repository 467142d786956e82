package io.rapport.metrics.feedback;

/** What an answer on a survey's own scale says, whichever way the survey asks: expressions over the rows of feedback. */
public final class SurveyScore {
    /** 4 or 5 of 5. Scales other than 1 to 5 are brought to it, and turned round where low is good. */
    public static final String SATISFIED = "case when survey_max > survey_min then 4 * (case when survey_good = 'low'"
            + " then survey_max - survey_score else survey_score - survey_min end) >= 3 * (survey_max - survey_min)"
            + " else survey_score >= 4 end";

    private static final String FROM_EASY =
            "case when survey_good = 'high' then survey_max - survey_score else survey_score - survey_min end";

    /** Whether the survey asks how easy it was. One that doesn't say asks how hard. */
    static final String ASKED_EASY = "coalesce(survey_good, 'low') = 'high'";

    static final String ASKED_HARD = "coalesce(survey_good, 'low') <> 'high'";

    /** From 1, the least effort, to 7; to six places, so that a sum is the same in whatever order. */
    private static final String EFFORT = "case when survey_max > survey_min then round(1 + 6 * (" + FROM_EASY
            + ") / (survey_max - survey_min), 6) when survey_good = 'high' then 8 - survey_score else survey_score end";

    static final String EFFORT_IF_EASY = "case when " + ASKED_EASY + " then " + EFFORT + " end";

    static final String EFFORT_IF_HARD = "case when " + ASKED_HARD + " then " + EFFORT + " end";

    /** On one of the two easiest points of its own scale. */
    static final String EASY = "case when survey_max > survey_min then " + FROM_EASY
            + " <= 1 when survey_good = 'high' then survey_score >= 6 else survey_score <= 2 end";

    private SurveyScore() {}
}
