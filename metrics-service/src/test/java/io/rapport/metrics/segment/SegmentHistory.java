package io.rapport.metrics.segment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.Deed;
import io.rapport.metrics.support.Links;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A random history of a business, as it is told to the service: what was done, said, linked and merged. */
final class SegmentHistory {
    static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
    static final int DAYS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TYPES =
            List.of("purchase", "purchase", "purchase", "store_visit", "store_visit", "share");

    /** What somebody did, with what was paid. */
    record Done(Deed deed, BigDecimal amount) {
        Map<String, Object> json() {
            Map<String, Object> json = deed.json();
            json.put("value", amount == null ? null : Map.of("amount", amount.toPlainString(), "currency", "EUR"));
            return json;
        }
    }

    /** What somebody said. */
    record Said(
            String id,
            Instant at,
            String kind,
            boolean deleted,
            String customer,
            String visitor,
            String label,
            BigDecimal score,
            String survey,
            Integer answer) {}

    /** What was said of a customer. */
    record Trait(String customer, String name, String value, Instant first, Instant at) {
        boolean isOf(String customer, String name, Object value) {
            return this.customer.equals(customer) && this.name.equals(name) && this.value.equals(value);
        }
    }

    final List<Done> done = new ArrayList<>();
    final List<Said> said = new ArrayList<>();
    final List<Trait> traits = new ArrayList<>();
    final Links links;
    private final Client client;
    private final Random random;

    SegmentHistory(Client client, Random random) {
        this.client = client;
        this.random = random;
        this.links = new Links(client);
    }

    /** Sends facts in any order, some of them twice, with links made and undone in between. */
    void happen() throws JsonProcessingException {
        for (int i = 0; i < 260; i++) {
            done.add(done("d" + i));
        }
        for (int i = 0; i < 90; i++) {
            said.add(said("f" + i));
        }
        send(done.subList(0, 150));
        for (int i = 0; i < 24; i++) {
            link(i);
        }
        tell();
        for (int i = 0; i < 5; i++) {
            int former = 1 + random.nextInt(7);
            if (random.nextInt(4) == 0) {
                links.undo("customer", "c" + former);
            } else {
                // Downwards alone, so that they never go in a circle.
                links.link("customer", "c" + former, "c" + random.nextInt(former), at(), Map.of());
            }
        }
        send(done.subList(120, 260));
    }

    private void link(int i) {
        String type = List.of("visitor", "visitor", "email", "phone", "handle").get(random.nextInt(5));
        String id = type.equals("email") ? "p" + random.nextInt(3) + "@x.ie" : type.charAt(0) + "" + random.nextInt(4);
        if (random.nextInt(5) == 0) {
            links.undo(type, id);
            return;
        }
        String customer = "c" + random.nextInt(10);
        Instant at = START.plusSeconds(86_400L * i * 4 + i);
        Map<String, Object> known = new HashMap<>();
        if (random.nextBoolean()) {
            known.put("plan", List.of("gold", "free").get(random.nextInt(2)));
        }
        if (random.nextBoolean()) {
            known.put("age", List.of("30", "40", "40.0", "old", "55").get(random.nextInt(5)));
        }
        links.link(type, id, customer, at, known);
        known.forEach((name, value) -> {
            // Of the same said again only the first and the last time are kept.
            Instant first = traits.stream()
                    .filter(trait -> trait.isOf(customer, name, value))
                    .map(Trait::first)
                    .findFirst()
                    .orElse(at);
            traits.removeIf(trait -> trait.isOf(customer, name, value));
            traits.add(new Trait(customer, name, value.toString(), first, at));
        });
    }

    private void send(List<Done> part) throws JsonProcessingException {
        List<Map<String, Object>> events =
                new ArrayList<>(part.stream().map(Done::json).toList());
        Collections.shuffle(events, random);
        client.events(JSON.writeValueAsString(events)).statusCode(202);
    }

    private void tell() {
        client.facts(String.join(",", said.stream().map(this::json).toList())).statusCode(200);
        // What was deleted is told of first as it was.
        List<Said> edited = said.stream().filter(Said::deleted).toList();
        if (!edited.isEmpty()) {
            client.facts(String.join(
                            ",", edited.stream().map(one -> json(one, 2)).toList()))
                    .statusCode(200);
        }
    }

    private Done done(String id) {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        Map<String, Object> properties = new HashMap<>();
        int who = random.nextInt(7);
        if (who == 3) {
            properties.put("recipient", "p" + random.nextInt(3) + "@x.ie");
        }
        if (who == 4 || random.nextInt(6) == 0) {
            properties.put("phone", "p" + random.nextInt(4));
        }
        if (who == 5 || random.nextInt(6) == 0) {
            properties.put("handle", "h" + random.nextInt(4));
        }
        boolean order = type.equals("purchase");
        if (order) {
            properties.put("orderId", id);
        }
        Deed deed = new Deed(
                id,
                type,
                at(),
                who < 3 ? "c" + random.nextInt(10) : null,
                who == 6 || random.nextInt(5) == 0 ? "v" + random.nextInt(4) : null,
                random.nextInt(3) == 0 ? null : random.nextBoolean() ? "shop" : "app",
                null,
                random.nextInt(25) == 0,
                properties);
        return new Done(deed, order && random.nextInt(8) > 0 ? BigDecimal.valueOf(random.nextInt(6_000), 2) : null);
    }

    private Said said(String id) {
        String kind = List.of("post", "review", "review", "survey_response").get(random.nextInt(4));
        boolean survey = kind.equals("survey_response");
        int who = random.nextInt(4);
        double score = Math.round((random.nextDouble() * 2 - 1) * 100) / 100.0;
        boolean read = !survey && random.nextInt(6) > 0;
        return new Said(
                id,
                at(),
                kind,
                random.nextInt(8) == 0,
                who < 2 ? "c" + random.nextInt(11) : null,
                who == 2 ? "v" + random.nextInt(4) : null,
                !read ? null : score > 0.2 ? "positive" : score < -0.2 ? "negative" : "neutral",
                read ? BigDecimal.valueOf(score) : null,
                survey ? random.nextBoolean() ? "nps" : "csat" : null,
                survey ? Integer.valueOf(random.nextInt(11)) : null);
    }

    private Instant at() {
        return START.plusSeconds(random.nextInt(86_400 * DAYS));
    }

    private String json(Said one) {
        return json(one, 1);
    }

    private String json(Said one, int revision) {
        return String.format(
                Locale.ROOT,
                """
                {"factId": "%s", "businessId": "%s", "source": "said", "id": "%s", "revision": %d, "readingSeq": 1,
                 "deleted": %s, "kind": "%s", "occurredAt": "%s", "recordedAt": "%s", "language": "en", "customerId": %s,
                 "visitorId": %s, "channel": null, "page": null, "touchpoint": null, "product": null, "location": null,
                 "rating": null, "recommends": null, "survey": %s, "reading": %s}""",
                UUID.randomUUID(),
                client.business(),
                one.id,
                revision,
                revision > 1,
                one.kind,
                one.at,
                one.at,
                quoted(one.customer),
                quoted(one.visitor),
                one.survey == null
                        ? "null"
                        : "{\"id\": \"s\", \"version\": 1, \"type\": \"" + one.survey + "\", \"score\": " + one.answer
                                + ", \"min\": 0, \"max\": 10, \"good\": \"high\"}",
                one.label == null
                        ? "null"
                        : "{\"model\": \"m\", \"label\": \"" + one.label + "\", \"score\": " + one.score
                                + ", \"positive\": 0.4, \"neutral\": 0.3, \"negative\": 0.3, \"reason\": null}");
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
