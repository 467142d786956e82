package io.rapport.sample;

/** The business that was created for the sample: its id, its two keys and the survey its answers belong to. */
public record BusinessKeys(String id, String secretKey, String publishableKey, String surveyId) {

    /** Without the keys: they must not reach a log. */
    @Override
    public String toString() {
        return "BusinessKeys[id=" + id + ", surveyId=" + surveyId + "]";
    }
}
