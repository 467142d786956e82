package io.rapport.sample.fact;

import java.time.Instant;

/** One answer to the survey, as {@code POST /v1/surveys/{id}/responses} takes it. */
public record SurveyAnswer(
        String id,
        int score,
        String comment,
        String customerId,
        String visitorId,
        Instant occurredAt,
        String touchpoint) {}
