package io.rapport.feedback.scoring;

import io.rapport.feedback.review.FeedbackKey;
import io.rapport.feedback.review.Rating;

/**
 * A text that is to be read, and of which revision it is.
 *
 * @param rating what came with it; null where nothing did
 * @param again whether it has a reading already
 * @param traceParent the trace of the request that brought it; null without one
 */
record Document(
        String business,
        FeedbackKey key,
        int revision,
        String kind,
        String language,
        String text,
        Rating rating,
        boolean again,
        String traceParent) {}
