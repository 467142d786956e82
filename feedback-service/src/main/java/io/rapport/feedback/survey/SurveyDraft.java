package io.rapport.feedback.survey;

/** A survey as a client describes it. */
record SurveyDraft(String name, SurveyType type, String touchpoint, Wording wording, SurveySettings settings) {}
