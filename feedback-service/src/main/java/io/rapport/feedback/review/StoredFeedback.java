package io.rapport.feedback.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One revision as it is stored.
 *
 * @param readingSeq how often it was read by the sentiment service
 * @param reading its last reading; null until there is one
 */
public record StoredFeedback(
        String business,
        int revision,
        boolean deleted,
        FeedbackContent content,
        Instant recordedAt,
        Provenance provenance,
        int readingSeq,
        JsonNode reading) {}
