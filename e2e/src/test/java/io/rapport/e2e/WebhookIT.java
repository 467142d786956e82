package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reviews that a source delivers, signed by the scheme's own library. */
@Order(3)
@ExtendWith(SharedProduct.class)
class WebhookIT {
    private static final String FOREIGN_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String TEXT = "Wonderful bread and lovely people.";
    private Business business;
    private Client source;
    private String connection;
    private String address;
    private String secret;

    @BeforeEach
    void connect(Product product) {
        business = Business.create(product, "Webhooks");
        JsonNode created = business.server()
                .post("/v1/connections", Map.of("type", "standard-webhooks", "name", "Review site"))
                .expect(201)
                .json();
        connection = created.path("id").asText();
        secret = created.path("secret").asText();
        URI url = URI.create(created.path("webhookUrl").asText());
        assertThat(url.getAuthority()).isEqualTo(product.url().getAuthority());
        address = url.getPath();
        source = product.client(null);
    }

    @Test
    void aSignedReviewIsStoredScoredAndCounted() throws Exception {
        deliver("msg_1", Json.write(Business.review("r-1", TEXT, 4)), secret).expect(202);
        Soon.shows(() -> {
            business.assertRead(business.feedback("site", "r-1"));
            assertThat(business.count("review_count")).isEqualTo(1);
            assertThat(business.value("average_rating")).isEqualTo(4.0);
            assertThat(business.value("sentiment_score")).isPositive();
            assertThat(business.vital("review_count").path("value").asInt()).isEqualTo(1);
            assertThat(outcomes()).containsExactly("processed");
        });
    }

    @Test
    void updatesAndDeletionsFollow() throws Exception {
        deliver("msg_1", event("review.created", Business.review("r-1", TEXT, 5)), secret)
                .expect(202);
        deliver("msg_2", event("review.updated", Business.review("r-1", "Awful, stale and horrible.", 1)), secret)
                .expect(202);
        Soon.shows(() -> {
            assertThat(business.value("average_rating")).isEqualTo(1.0);
            assertThat(business.value("sentiment_score")).isNegative();
            assertThat(business.count("review_count")).isEqualTo(1);
        });
        deliver("msg_3", event("review.deleted", Map.of("source", "site", "id", "r-1")), secret)
                .expect(202);
        Soon.shows(() -> {
            business.server().get("/v1/feedback/site/r-1").expect(404);
            assertThat(business.count("review_count")).isZero();
        });
    }

    @Test
    void theSameMessageTwiceIsOne() throws Exception {
        String body = Json.write(Business.review("r-1", TEXT, 4));
        deliver("msg_1", body, secret).expect(202);
        deliver("msg_1", body, secret).expect(202);
        deliver("msg_2", body, secret).expect(202);
        Soon.shows(() -> {
            assertThat(outcomes()).isNotEmpty().doesNotContain("received");
            assertThat(business.count("review_count")).isEqualTo(1);
        });
        assertThat(business.feedback("site", "r-1").path("revision").asInt()).isEqualTo(1);
    }

    @Test
    void aBadSignatureStoresNothing() throws Exception {
        String body = Json.write(Business.review("r-1", TEXT, 4));
        deliver("msg_1", body, FOREIGN_SECRET).expectProblem(401, "signature-invalid");
        long late = Instant.now().minusSeconds(3_600).getEpochSecond();
        post("msg_2", late, body, new Webhook(secret).sign("msg_2", late, body))
                .expectProblem(401, "signature-invalid");
        long now = Instant.now().getEpochSecond();
        post("msg_3", now, body + " ", new Webhook(secret).sign("msg_3", now, body))
                .expectProblem(401, "signature-invalid");
        source.post(address, body).expectProblem(401, "signature-invalid");

        deliver("msg_4", Json.write(Business.review("r-2", TEXT, 4)), secret).expect(202);
        Soon.shows(() -> assertThat(business.count("review_count")).isEqualTo(1));
        business.server().get("/v1/feedback/site/r-1").expect(404);
    }

    @Test
    void aPayloadThatSaysNothingIsKeptAndNamedAndHoldsNothingUp() throws Exception {
        deliver("msg_1", "{\"type\": \"review.created\", \"data\": {\"id\": 7}}", secret)
                .expect(202);
        deliver("msg_2", "not even JSON", secret).expect(202);
        deliver("msg_3", Json.write(Business.review("r-1", TEXT, 4)), secret).expect(202);
        Soon.shows(() -> {
            assertThat(outcomes()).containsExactly("processed", "failed", "failed");
            assertThat(business.count("review_count")).isEqualTo(1);
        });
    }

    private static String event(String type, Map<String, Object> data) {
        return Json.write(Map.of("type", type, "data", data));
    }

    private Answer deliver(String id, String body, String with) throws Exception {
        long now = Instant.now().getEpochSecond();
        return post(id, now, body, new Webhook(with).sign(id, now, body));
    }

    private Answer post(String id, long timestamp, String body, String signature) {
        return source.send(source.request(address)
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", signature)
                .POST(BodyPublishers.ofString(body)));
    }

    private List<String> outcomes() {
        return business.server()
                .get("/v1/connections/" + connection + "/deliveries")
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("outcome");
    }
}
