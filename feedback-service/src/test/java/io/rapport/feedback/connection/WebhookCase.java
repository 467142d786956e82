package io.rapport.feedback.connection;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.rapport.feedback.testing.ServiceTest;
import io.rapport.frame.test.TestTokens;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

/** A connection of the plain type, and deliveries signed by the library of Standard Webhooks. */
abstract class WebhookCase extends ServiceTest {
    static final String PLAIN = "{\"type\": \"standard-webhooks\", \"name\": \"Review site\"}";

    String id;
    String secret;

    ValidatableResponse connect(String body) {
        ValidatableResponse created =
                call().body(body).post("/v1/connections").then().statusCode(201);
        id = created.extract().path("id");
        secret = created.extract().path("secret");
        return created;
    }

    static String event(String what, String data) {
        return "{\"type\": \"review." + what + "\", \"timestamp\": \"x\", \"data\": " + data + "}";
    }

    ValidatableResponse deliver(String message, String body) {
        long now = Instant.now().getEpochSecond();
        return send(message, now, sign(message, now, body), body);
    }

    String sign(String message, long time, String body) {
        try {
            return new Webhook(secret).sign(message, time, body);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    ValidatableResponse send(String message, long time, String signature, String body) {
        return given().header(
                        "Authorization", TestTokens.bearer("connection:" + id, Set.of(), "server", "webhooks:receive"))
                .header("webhook-id", message)
                .header("webhook-timestamp", time)
                .header("webhook-signature", signature)
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/webhooks/" + id)
                .then();
    }

    ValidatableResponse replay(String delivery) {
        return call().post("/v1/connections/" + id + "/deliveries/" + delivery + "/replay")
                .then();
    }

    ValidatableResponse deliveries() {
        return call().get("/v1/connections/" + id + "/deliveries?limit=200")
                .then()
                .statusCode(200);
    }

    String outcomeOf(String message) {
        return deliveries()
                .extract()
                .path("items.find { it.messageId == '" + message + "' && it.outcome != 'duplicate' }.outcome");
    }

    void outcome(String message, String expected) {
        await().until(() -> expected.equals(outcomeOf(message)));
    }
}
