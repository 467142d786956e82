package io.rapport.metrics.feedback;

import io.rapport.frame.json.JsonInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * What feedback-service tells of one feedback: told once when it is stored, without a reading, and again whenever it is read
 * (scored) or changed. The highest revision holds, and of that the latest reading.
 *
 * @param rating brought to 1–5; null where there are no stars
 * @param survey the question that it answers; null for all but survey responses
 * @param reading what the words say; null until they are read
 * @param answeredAt when the business first answered it; null until then
 */
record FeedbackFact(
        UUID factId,
        String businessId,
        String source,
        String id,
        int revision,
        int readingSeq,
        boolean deleted,
        String kind,
        Instant occurredAt,
        Instant recordedAt,
        String language,
        String customerId,
        String visitorId,
        String channel,
        String page,
        String touchpoint,
        String product,
        String location,
        BigDecimal rating,
        Boolean recommends,
        Survey survey,
        Reading reading,
        Instant answeredAt) {
    private static final int NAME = 300;

    /**
     * The question and the answer on its scale.
     *
     * @param partial whether it was broken off before the survey's end
     */
    record Survey(
            String id,
            Integer version,
            String type,
            BigDecimal score,
            BigDecimal min,
            BigDecimal max,
            String good,
            boolean partial) {
        static final Survey NONE = new Survey(null, null, null, null, null, null, null, false);
    }

    /** Label and score of the words, or the reason why they couldn't be read. */
    record Reading(
            String model,
            String label,
            BigDecimal score,
            BigDecimal positive,
            BigDecimal neutral,
            BigDecimal negative,
            String reason) {
        static final Reading NONE = new Reading(null, null, null, null, null, null, null);
    }

    /** Tolerant of members that a newer feedback-service adds. */
    static FeedbackFact read(JsonInput input, Instant now) {
        UUID factId = uuid(input);
        Boolean deleted = input.bool("deleted");
        return new FeedbackFact(
                factId,
                input.requiredText("businessId", NAME),
                input.requiredText("source", NAME),
                input.requiredText("id", 2_000),
                orZero(input.requiredInteger("revision", 1, Integer.MAX_VALUE)),
                orZero(input.requiredInteger("readingSeq", 0, Integer.MAX_VALUE)),
                Boolean.TRUE.equals(deleted),
                input.requiredText("kind", 40),
                input.requiredInstant("occurredAt", now),
                input.requiredInstant("recordedAt", now),
                input.text("language", 40),
                input.text("customerId", NAME),
                input.text("visitorId", NAME),
                input.text("channel", NAME),
                input.text("page", 2_000),
                input.text("touchpoint", NAME),
                input.text("product", NAME),
                input.text("location", NAME),
                between(input, "rating", BigDecimal.ONE, BigDecimal.valueOf(5)),
                input.bool("recommends"),
                survey(input.child("survey")),
                reading(input.child("reading")),
                input.instant("answeredAt", now));
    }

    private static Survey survey(JsonInput input) {
        if (input == null) {
            return Survey.NONE;
        }
        return new Survey(
                input.requiredText("id", NAME),
                input.requiredInteger("version", 1, Integer.MAX_VALUE),
                input.requiredText("type", 40),
                input.decimal("score"),
                input.decimal("min"),
                input.decimal("max"),
                input.text("good", 10),
                Boolean.TRUE.equals(input.bool("partial")));
    }

    private static Reading reading(JsonInput input) {
        if (input == null) {
            return Reading.NONE;
        }
        return new Reading(
                input.requiredText("model", NAME),
                input.text("label", 20),
                between(input, "score", BigDecimal.ONE.negate(), BigDecimal.ONE),
                between(input, "positive", BigDecimal.ZERO, BigDecimal.ONE),
                between(input, "neutral", BigDecimal.ZERO, BigDecimal.ONE),
                between(input, "negative", BigDecimal.ZERO, BigDecimal.ONE),
                input.text("reason", 200));
    }

    private static BigDecimal between(JsonInput input, String field, BigDecimal least, BigDecimal most) {
        BigDecimal value = input.real(field);
        boolean inside = value == null || value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
        return inside ? value : input.refuse(field, "must lie between " + least + " and " + most);
    }

    private static UUID uuid(JsonInput input) {
        String text = input.requiredText("factId", 36);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            return input.refuse("factId", "must be a UUID");
        }
    }

    private static int orZero(Integer value) {
        return value == null ? 0 : value;
    }
}
