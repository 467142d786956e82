package io.rapport.feedback.connection;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.connection.Signers.Signer;
import io.rapport.feedback.testing.Doubles;
import io.rapport.feedback.testing.ServiceTest;
import io.rapport.frame.test.TestTokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A connection of a type, and what its source sends to it. */
abstract class ConnectionTest extends ServiceTest {
    protected String id;
    protected String secret;

    protected ValidatableResponse connect(String body) {
        ValidatableResponse created =
                call().body(body).post("/v1/connections").then().statusCode(201);
        id = created.extract().path("id");
        secret = created.extract().path("secret");
        return created;
    }

    protected void refuses(String field, String body) {
        call().body(body)
                .post("/v1/connections")
                .then()
                .statusCode(400)
                .body("errors.field", org.hamcrest.Matchers.hasItem(field));
    }

    protected ValidatableResponse deliver(Signer signer, String body) {
        return deliver(signer.sign(secret, body.getBytes(StandardCharsets.UTF_8), Instant.now()), body);
    }

    protected ValidatableResponse deliver(Map<String, String> headers, String body) {
        return source().headers(headers)
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/webhooks/" + id)
                .then();
    }

    /** Whoever calls the connection's address, as the gateway passes them on. */
    protected RequestSpecification source() {
        return given().urlEncodingEnabled(false)
                .header(
                        "Authorization",
                        TestTokens.bearer("connection:" + id, Set.of(business), "server", "webhooks:receive"));
    }

    protected ValidatableResponse connection() {
        return call().get("/v1/connections/" + id).then().statusCode(200);
    }

    protected ValidatableResponse rotate(String body) {
        return call().body(body).post("/v1/connections/" + id + "/rotate").then();
    }

    protected ValidatableResponse deliveries() {
        return call().get("/v1/connections/" + id + "/deliveries?limit=200")
                .then()
                .statusCode(200);
    }

    /** Waits until so many deliveries have an outcome, and gives all, the newest first. */
    protected List<Map<String, Object>> settled(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            List<String> outcomes = deliveries().extract().path("items.outcome");
            return outcomes.size() >= count && !outcomes.contains("received");
        });
        return deliveries().extract().path("items");
    }

    /** What metrics-service was given at the path, once there is as much as that. */
    protected static List<JsonNode> taken(Doubles metrics, String path, int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> metrics.takenAt(path).size() >= count);
        return metrics.takenAt(path);
    }
}
