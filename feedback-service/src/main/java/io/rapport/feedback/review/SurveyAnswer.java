package io.rapport.feedback.review;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What was answered to which version of a survey, with the scale that it was asked on.
 *
 * @param good {@code high} or {@code low}: which end of the scale is the good one; null where nothing is scored
 * @param answers the answers to single questions: an array of {@code questionId} and {@code value}
 */
public record SurveyAnswer(
        String id, int version, String type, Integer score, Integer min, Integer max, String good, JsonNode answers) {}
