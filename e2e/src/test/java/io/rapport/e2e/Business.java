package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A test's own business, whose facts all lie on one day.
 *
 * @param server speaks with its secret key
 * @param browser speaks with its publishable key
 */
record Business(String id, Client server, Client browser) {
    static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).minusDays(3);
    private static final String NOON = DAY + "T12:00:00Z";

    static Business create(Product product, String name) {
        return create(product.admin(), name);
    }

    static Business create(Client admin, String name) {
        JsonNode created = admin.post(
                        "/v1/businesses", Map.of("name", name, "timeZone", "Europe/Dublin", "currency", "EUR"))
                .expect(201)
                .json();
        return new Business(
                created.path("id").asText(),
                admin.with(created.path("secretKey").asText()),
                admin.with(created.path("publishableKey").asText()));
    }

    static Map<String, Object> pageView(String id, String visitor, String page) {
        return Map.of(
                "id",
                id,
                "source",
                "web",
                "type",
                "page_view",
                "occurredAt",
                NOON,
                "visitorId",
                visitor,
                "page",
                Map.of("url", "https://crumb.example" + page));
    }

    static Map<String, Object> review(String id, String text, int stars) {
        return Map.of(
                "id",
                id,
                "source",
                "site",
                "kind",
                "review",
                "text",
                text,
                "rating",
                Map.of("value", stars, "scale", 5),
                "occurredAt",
                NOON);
    }

    /** The total of a metric on that day. */
    JsonNode total(String metric) {
        return server.get("/v1/metrics/" + metric + "?" + period())
                .expect(200)
                .json()
                .path("total");
    }

    long count(String metric) {
        return total(metric).path("value").asLong(-1);
    }

    double value(String metric) {
        return total(metric).path("value").asDouble(Double.NaN);
    }

    JsonNode engagement() {
        return server.get("/v1/engagement?" + period()).expect(200).json();
    }

    /** One vital sign's total in the composed answer. */
    JsonNode vital(String metric) {
        for (JsonNode vital : engagement().path("vitals")) {
            if (vital.path("metric").path("id").asText().equals(metric)) {
                return vital.path("total");
            }
        }
        throw new AssertionError("No vital sign " + metric);
    }

    List<String> missing() {
        return engagement().path("missing").findValuesAsText("part");
    }

    JsonNode feedback(String source, String id) {
        return server.get("/v1/feedback/" + source + "/" + id).expect(200).json();
    }

    /** All feedback, page by page. */
    List<JsonNode> feedback() {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    server.get("/v1/feedback?limit=100" + cursor).expect(200).json();
            page.path("items").forEach(all::add);
            String next = page.path("next").textValue();
            cursor = next == null ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return all;
    }

    void assertRead(JsonNode feedback) {
        JsonNode reading = feedback.path("reading");
        assertThat(reading.path("label").asText()).as(feedback.toString()).isIn("positive", "neutral", "negative");
        assertThat(reading.path("score").asDouble(Double.NaN)).isBetween(-1.0, 1.0);
    }

    static String period() {
        return "from=" + DAY + "&to=" + DAY.plusDays(1);
    }
}
