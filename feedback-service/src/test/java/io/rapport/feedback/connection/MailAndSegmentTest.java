package io.rapport.feedback.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.Doubles;
import io.rapport.feedback.testing.Sources;
import io.rapport.feedback.testing.Sources.Question;
import io.rapport.feedback.testing.Sources.Reply;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mailchimp's messages and reports, and the calls of Segment's libraries. */
@QuarkusTest
class MailAndSegmentTest extends ConnectionTest {
    private static final String UNSUBSCRIBED = "type=unsubscribe&fired_at=2026-03-01+10%3A00%3A00"
            + "&data%5Bemail%5D=Jo%40example.com&data%5Blist_id%5D=l1&data%5Breason%5D=manual&data%5Bmerges%5D%5BFNAME%5D=Jo";

    private static final String FORM = "application/x-www-form-urlencoded";

    private Doubles metrics;

    @BeforeEach
    void start() {
        metrics = Doubles.metrics().start();
    }

    @AfterEach
    void stop() {
        metrics.close();
    }

    @Test
    void mailchimpShowsTheSecretInTheAddress() {
        connect("{\"type\": \"mailchimp\", \"name\": \"List\"}");
        source().get("/v1/webhooks/" + id + "?secret=" + secret).then().statusCode(200);
        source().get("/v1/webhooks/" + id + "?secret=x").then().statusCode(401);
        form("?secret=" + secret, UNSUBSCRIBED).statusCode(200);
        form("?secret=" + secret, UNSUBSCRIBED).statusCode(200);
        form("?secret=x", UNSUBSCRIBED).statusCode(401);
        form("", UNSUBSCRIBED).statusCode(401);
        JsonNode event = taken(metrics, "/v1/events", 1).getFirst();
        assertThat(event.path("type").asText()).isEqualTo("email_unsubscribed");
        assertThat(event.at("/properties/recipient").asText()).isEqualTo("jo@example.com");
        assertThat(event.path("occurredAt").asText()).isEqualTo("2026-03-01T10:00:00Z");
        settled(2);
        assertThat(metrics.takenAt("/v1/events")).hasSize(1);
    }

    @Test
    void aSignedConnectionTakesOnlyWhatIsSigned() {
        connect("{\"type\": \"mailchimp\", \"name\": \"List\", \"settings\": {\"signed\": true}}");
        form("?secret=" + secret, UNSUBSCRIBED).statusCode(401);
        asForm().headers(Signers.MAILCHIMP.sign(secret, UNSUBSCRIBED.getBytes(StandardCharsets.UTF_8), Instant.now()))
                .body(UNSUBSCRIBED)
                .post("/v1/webhooks/" + id)
                .then()
                .statusCode(200);
        settled(1);
    }

    @Test
    void reportsAreReadPageByPageWithACursor() {
        try (Sources mailchimp = new Sources(MailAndSegmentTest::reports)) {
            connect(
                    "{\"type\": \"mailchimp\", \"name\": \"List\", \"credentials\": {\"apiKey\": \"0123456789-us21\"}}");
            List<JsonNode> events = taken(metrics, "/v1/events", 5);
            assertThat(events.stream().map(event -> event.path("type").asText()))
                    .contains("email_sent", "email_delivered", "email_bounced", "email_opened", "email_clicked");
            assertThat(mailchimp.asked("mailchimp").getFirst().header("Authorization"))
                    .startsWith("Basic ");
            connection()
                    .body("credentials", equalTo(List.of("apiKey")))
                    .body("health.status", equalTo("ok"))
                    .body(org.hamcrest.Matchers.not(containsString("0123456789")));
        }
    }

    private static Reply reports(Question question) {
        String path = question.path();
        if (path.contains("/sent-to")) {
            return Reply.ok("{\"sent_to\": [{\"email_address\": \"jo@example.com\", \"status\": \"sent\"},"
                    + " {\"email_address\": \"al@example.com\", \"status\": \"hard\"}]}");
        }
        if (path.contains("/email-activity")) {
            return Reply.ok(
                    "{\"emails\": [{\"email_address\": \"jo@example.com\", \"activity\": ["
                            + "{\"action\": \"open\", \"timestamp\": \"2026-03-01T10:00:00+00:00\"},"
                            + "{\"action\": \"click\", \"timestamp\": \"2026-03-01T10:01:00+00:00\", \"url\": \"https://a.example/\"}]}]}");
        }
        boolean first = path.contains("&offset=0");
        return Reply.ok(
                "{\"reports\": [" + (first ? "{\"id\": \"k1\", \"send_time\": \"" + Instant.now() + "\"}" : "") + "]}");
    }

    @Test
    void segmentsCallsBecomeEventsAndLinks() {
        connect("{\"type\": \"segment\", \"name\": \"Our servers\"}");
        segment("v1/track", """
                {"messageId": "m1", "anonymousId": "v1", "userId": "c1", "event": "Order Completed",
                 "timestamp": "2026-03-01T10:00:00Z", "context": {"userAgent": "Mozilla/5.0"},
                 "properties": {"order_id": "o1", "total": 12.5, "currency": "eur", "products": [{"sku": "x"}]}}""").statusCode(200);
        segment("v1/batch", """
                {"batch": [
                 {"type": "page", "messageId": "m2", "anonymousId": "v1", "name": "Menu", "timestamp": "2026-03-01T10:00:01Z",
                  "properties": {"url": "https://crumb.example/menu", "title": "Menu"}},
                 {"type": "identify", "messageId": "m3", "anonymousId": "v1", "userId": "c1",
                  "timestamp": "2026-03-01T10:00:02Z", "traits": {"email": "jo@example.com", "plan": "gold", "tags": [1]}},
                 {"type": "track", "messageId": "m1", "event": "Order Completed", "userId": "c1",
                  "timestamp": "2026-03-01T10:00:00Z"}]}""").statusCode(200).body("success", equalTo(true));
        List<JsonNode> events = taken(metrics, "/v1/events", 3);
        JsonNode purchase = events.stream()
                .filter(event -> event.at("/value/amount").asText().equals("12.5"))
                .findFirst()
                .orElseThrow();
        assertThat(purchase.path("type").asText()).isEqualTo("purchase");
        assertThat(purchase.path("id").asText()).isEqualTo("m1");
        assertThat(purchase.at("/properties/orderId").asText()).isEqualTo("o1");
        assertThat(events).anyMatch(event -> event.at("/page/url").asText().equals("https://crumb.example/menu"));
        List<JsonNode> links = taken(metrics, "/v1/identify", 2);
        assertThat(links).anyMatch(link -> link.path("visitorId").asText().equals("v1"));
        assertThat(links).allMatch(link -> link.at("/traits/plan").asText().equals("gold"));
        segment("v1/smoke", "{}").statusCode(401);
        secret = "another-key-0123456789";
        segment("v1/track", "{}").statusCode(401);
    }

    private ValidatableResponse segment(String tail, String body) {
        String basic = Base64.getEncoder().encodeToString((secret + ":").getBytes(StandardCharsets.UTF_8));
        return source().header("X-Webhook-Authorization", "Basic " + basic)
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/webhooks/" + id + "/" + tail)
                .then();
    }

    private ValidatableResponse form(String query, String body) {
        return asForm().body(body).post("/v1/webhooks/" + id + query).then();
    }

    /** The body as it stands: RestAssured would encode it itself. */
    private RequestSpecification asForm() {
        return source().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs(FORM, ContentType.TEXT)))
                .contentType(FORM);
    }
}
