package io.rapport.metrics.support;

import static io.restassured.RestAssured.given;

import io.rapport.frame.test.TestTokens;
import io.rapport.frame.token.Scopes;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Speaks to the service for one business of its own, as the gateway would. */
public record Client(String business) {

    /** A new business in Dublin. */
    public static Client newBusiness() {
        return newBusiness("Europe/Dublin");
    }

    public static Client newBusiness(String zone) {
        Client client =
                new Client("b_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16));
        client.settings(1, zone).statusCode(204);
        return client;
    }

    public ValidatableResponse settings(int version, String zone) {
        return with(Scopes.INTERNAL_SETTINGS)
                .body(Map.of(
                        "version",
                        version,
                        "name",
                        "Crumb",
                        "timeZone",
                        zone,
                        "currency",
                        "EUR",
                        "weekStart",
                        "monday",
                        "goals",
                        List.of(
                                Map.of("id", "booked", "eventType", "booking"),
                                Map.of("id", "bought", "eventType", "purchase"))))
                .put("/internal/v1/businesses/{id}/settings", business)
                .then();
    }

    public ValidatableResponse events(String json) {
        return with(Scopes.EVENTS_WRITE).body(json).post("/v1/events").then();
    }

    public ValidatableResponse browserEvents(String json) {
        return given().header("Authorization", TestTokens.browser(business, Scopes.EVENTS_WRITE))
                .contentType(ContentType.JSON)
                .body(json)
                .post("/v1/events")
                .then();
    }

    public ValidatableResponse facts(String facts) {
        return with(Scopes.INTERNAL_FACTS)
                .body("{\"facts\": [" + facts + "], \"upTo\": null}")
                .post("/internal/v1/facts")
                .then();
    }

    public ValidatableResponse identify(String json) {
        return with(Scopes.CUSTOMERS_WRITE).body(json).post("/v1/identify").then();
    }

    public ValidatableResponse undo(String type, String id) {
        return with(Scopes.CUSTOMERS_WRITE)
                .delete("/v1/identify/{type}/{id}", type, id)
                .then();
    }

    public ValidatableResponse metric(String query) {
        return with(Scopes.METRICS_READ).get("/v1/metrics/" + query).then();
    }

    public RequestSpecification with(String... scopes) {
        return given().header("Authorization", TestTokens.server(business, scopes))
                .contentType(ContentType.JSON);
    }

    public String pageView(String id, String visitor, String at, String url) {
        return """
                {"id": "%s", "source": "web", "type": "page_view", "occurredAt": "%s", "visitorId": "%s", "page": {"url": "%s"}}""".formatted(id, at, visitor, url);
    }

    /** A review as feedback-service would tell of it. */
    public String review(String id, int revision, int readingSeq, boolean deleted, double rating, Double score) {
        String reading = score == null
                ? "null"
                : """
                        {"model": "corenlp", "label": "%s", "score": %s, "positive": 0.2, "neutral": 0.3, "negative": 0.5, "reason": null}""".formatted(score > 0.1 ? "positive" : score < -0.1 ? "negative" : "neutral", score);
        return """
                {"factId": "%s", "businessId": "%s", "source": "google", "id": "%s", "revision": %d, "readingSeq": %d,
                 "deleted": %s, "kind": "review", "occurredAt": "2026-03-01T10:00:00Z", "recordedAt": "2026-03-01T10:00:01Z",
                 "language": "en", "customerId": null, "visitorId": null, "channel": null, "page": "/menu", "touchpoint": "in_store",
                 "product": null, "location": null, "rating": %s, "recommends": null, "survey": null, "reading": %s}""".formatted(UUID.randomUUID(), business, id, revision, readingSeq, deleted, rating, reading);
    }

    public String npsAnswer(String id, int score) {
        return """
                {"factId": "%s", "businessId": "%s", "source": "survey:s1", "id": "%s", "revision": 1, "readingSeq": 0,
                 "deleted": false, "kind": "survey_response", "occurredAt": "2026-03-01T10:00:00Z", "recordedAt": "2026-03-01T10:00:01Z",
                 "language": null, "customerId": null, "visitorId": null, "channel": null, "page": null, "touchpoint": "in_store",
                 "product": null, "location": null, "rating": null, "recommends": null,
                 "survey": {"id": "s1", "version": 1, "type": "nps", "score": %d, "min": 0, "max": 10, "good": "high"}, "reading": null}""".formatted(UUID.randomUUID(), business, id, score);
    }
}
