package io.rapport.metrics.feedback;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A review, or an answer to a survey, as feedback-service tells of it. */
record Answer(
        String id,
        Instant at,
        String kind,
        boolean deleted,
        String channel,
        String location,
        BigDecimal rating,
        Instant answeredAt,
        String survey,
        String type,
        Integer score,
        int max,
        String good,
        boolean partial) {
    private static final List<String> TYPES = List.of("nps", "ces", "ces", "csat", "custom");

    static Answer any(String id, Random random, Instant start) {
        Instant at = start.plusSeconds(1_800L * random.nextInt(48 * 100));
        boolean review = random.nextInt(3) == 0;
        String type = TYPES.get(random.nextInt(TYPES.size()));
        boolean fives = random.nextInt(3) == 0;
        int max = type.equals("nps") ? 10 : type.equals("csat") || fives ? 5 : 7;
        boolean scored = !review && random.nextInt(6) > 0;
        return new Answer(
                id,
                at,
                review ? "review" : "survey_response",
                random.nextInt(12) == 0,
                List.of("web", "email", "none").get(random.nextInt(3)),
                List.of("north", "south").get(random.nextInt(2)),
                review && random.nextInt(5) > 0 ? BigDecimal.valueOf(100 + random.nextInt(401), 2) : null,
                review && random.nextBoolean() ? at.plusSeconds(random.nextInt(900_000)) : null,
                review ? null : "s" + random.nextInt(4),
                review ? null : type,
                scored ? (type.equals("nps") ? 0 : 1) + random.nextInt(max) : null,
                max,
                type.equals("ces") && random.nextBoolean() ? "low" : "high",
                random.nextInt(4) == 0);
    }

    String channelOrNull() {
        return channel.equals("none") ? null : channel;
    }

    String json(String business) {
        String asked = survey == null
                ? "null"
                : """
                        {"id": "%s", "version": 1, "type": "%s", "score": %s, "min": %d, "max": %d, "good": "%s", "partial": %s}""".formatted(survey, type, score, type.equals("nps") ? 0 : 1, max, good, partial);
        return """
                {"factId": "%s", "businessId": "%s", "source": "said", "id": "%s", "revision": 1, "readingSeq": 0,
                 "deleted": %s, "kind": "%s", "occurredAt": "%s", "recordedAt": "%s", "language": "en", "customerId": null,
                 "visitorId": null, "channel": %s, "page": null, "touchpoint": null, "product": null, "location": "%s",
                 "rating": %s, "recommends": null, "survey": %s, "reading": null, "answeredAt": %s}""".formatted(
                        UUID.randomUUID(),
                        business,
                        id,
                        deleted,
                        kind,
                        at,
                        at,
                        quoted(channelOrNull()),
                        location,
                        rating,
                        asked,
                        quoted(answeredAt));
    }

    private static String quoted(Object text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
