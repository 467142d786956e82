package io.rapport.feedback.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One revision as it is stored.
 *
 * @param readingSeq how often something has come to it: a reading by the sentiment service, an answer by the business
 * @param reading its last reading; null until there is one
 * @param answeredAt when the business first answered it; null until it has
 */
public record StoredFeedback(
        String business,
        int revision,
        boolean deleted,
        FeedbackContent content,
        Instant recordedAt,
        Provenance provenance,
        int readingSeq,
        JsonNode reading,
        Instant answeredAt) {

    public FeedbackKey key() {
        return content.key();
    }
}
