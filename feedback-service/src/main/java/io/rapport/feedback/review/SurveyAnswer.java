package io.rapport.feedback.review;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What was answered to which version of a survey, with the scale that it was asked on.
 *
 * @param good {@code high} or {@code low}: which end of the scale is the good one; null where nothing is scored
 * @param answers the answers to single questions: an array of {@code questionId} and {@code value}
 * @param partial whether it was broken off before the survey's end
 */
public record SurveyAnswer(
        String id,
        int version,
        String type,
        Integer score,
        Integer min,
        Integer max,
        String good,
        JsonNode answers,
        boolean partial) {

    /** What two contents are compared by: as it was before answers could be broken off, for those that aren't. */
    @Override
    public String toString() {
        return "SurveyAnswer[id=" + id + ", version=" + version + ", type=" + type + ", score=" + score + ", min=" + min
                + ", max=" + max + ", good=" + good + ", answers=" + answers + (partial ? ", partial]" : "]");
    }

    /** The same with other answers to its questions. */
    SurveyAnswer with(JsonNode others) {
        return new SurveyAnswer(id, version, type, score, min, max, good, others, partial);
    }
}
