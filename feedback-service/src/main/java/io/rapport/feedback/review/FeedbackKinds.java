package io.rapport.feedback.review;

import java.util.List;

/** In which ways somebody says something. */
public final class FeedbackKinds {
    public static final String REVIEW = "review";
    public static final String SURVEY_RESPONSE = "survey_response";
    public static final List<String> ALL =
            List.of(REVIEW, "post", SURVEY_RESPONSE, "message", "interview", "call", "note");

    private FeedbackKinds() {}
}
