package io.rapport.metrics.advocacy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Feedback as feedback-service tells of it. */
record Said(
        String id,
        Instant at,
        String kind,
        boolean deleted,
        String customer,
        String visitor,
        String channel,
        String touchpoint,
        String label,
        String survey,
        Integer score) {

    static Said any(String id, Random random, Instant start) {
        String kind =
                List.of("post", "post", "post", "review", "survey_response").get(random.nextInt(5));
        boolean survey = kind.equals("survey_response");
        boolean nps = random.nextBoolean();
        int who = random.nextInt(3);
        return new Said(
                id,
                start.plusSeconds(1_800L * random.nextInt(48 * 100)),
                kind,
                random.nextInt(10) == 0,
                who == 0 ? "c" + random.nextInt(5) : null,
                who == 1 ? "v" + random.nextInt(4) : null,
                random.nextInt(3) == 0 ? null : "shop",
                List.of("in_store", "store_till", "web").get(random.nextInt(3)),
                survey || random.nextInt(5) == 0
                        ? null
                        : List.of("positive", "positive", "negative").get(random.nextInt(3)),
                survey ? nps ? "nps" : "csat" : null,
                !survey ? null : nps ? Integer.valueOf(random.nextInt(11)) : Integer.valueOf(1 + random.nextInt(5)));
    }

    String json(String business) {
        return """
                {"factId": "%s", "businessId": "%s", "source": "said", "id": "%s", "revision": 1, "readingSeq": 1,
                 "deleted": %s, "kind": "%s", "occurredAt": "%s", "recordedAt": "%s", "language": "en", "customerId": %s,
                 "visitorId": %s, "channel": %s, "page": null, "touchpoint": "%s", "product": null, "location": null,
                 "rating": null, "recommends": null, "survey": %s, "reading": %s}""".formatted(
                UUID.randomUUID(),
                business,
                id,
                deleted,
                kind,
                at,
                at,
                quoted(customer),
                quoted(visitor),
                quoted(channel),
                touchpoint,
                survey == null
                        ? "null"
                        : "{\"id\": \"s\", \"version\": 1, \"type\": \"%s\", \"score\": %d, \"min\": %d, \"max\": %d, \"good\": \"high\"}"
                                .formatted(survey, score, survey.equals("nps") ? 0 : 1, survey.equals("nps") ? 10 : 5),
                label == null
                        ? "null"
                        : "{\"model\": \"m\", \"label\": \"%s\", \"score\": 0.1, \"positive\": 0.4, \"neutral\": 0.3, \"negative\": 0.3, \"reason\": null}"
                                .formatted(label));
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
