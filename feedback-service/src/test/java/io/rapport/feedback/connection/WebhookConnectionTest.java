package io.rapport.feedback.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Connections by which webhooks come in: made, listed, ended, and their deliveries shown. */
@QuarkusTest
class WebhookConnectionTest extends WebhookCase {
    @Test
    void aConnectionIsMadeReadListedAndEnded() {
        connect(PLAIN)
                .header("Location", endsWith("/v1/connections/" + id))
                .body("webhookUrl", endsWith("/v1/webhooks/" + id))
                .body("secret", startsWith("whsec_"));
        assertThat(id).startsWith("cn_" + business.substring(2) + "_");
        call().get("/v1/connections/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Review site"))
                .body("secret", nullValue());
        call().get("/v1/connections")
                .then()
                .body("items.id", contains(id))
                .body("items[0].secret", nullValue())
                .body("next", nullValue());
        deliver("m1", review("a", "x")).statusCode(202);
        call().delete("/v1/connections/" + id).then().statusCode(204);
        call().get("/v1/connections/" + id).then().statusCode(404);
        call().get("/v1/connections/" + id + "/deliveries").then().statusCode(404);
        deliver("m2", review("b", "x")).statusCode(404);
    }

    @Test
    void aSecretMayBeGiven() {
        String given = "whsec_" + Base64.getEncoder().encodeToString(new byte[24]);
        connect(PLAIN.replace("}", ", \"secret\": \"" + given + "\"}")).body("secret", equalTo(given));
        deliver("m1", review("a", "x")).statusCode(202);
    }

    @Test
    void connectionsThatBreakARuleAreRefused() {
        refuses("type", "{\"name\": \"n\"}");
        refuses("type", "{\"type\": \"smoke-signals\", \"name\": \"n\"}");
        refuses("name", "{\"type\": \"standard-webhooks\"}");
        refuses("secret", PLAIN.replace("}", ", \"secret\": \"hunter2\"}"));
        refuses("mapping.stars", PLAIN.replace("}", ", \"mapping\": {\"id\": \"/id\", \"stars\": \"/s\"}}"));
        refuses("mapping.id", PLAIN.replace("}", ", \"mapping\": {\"id\": \"no-pointer\"}}"));
        refuses("mapping.id", PLAIN.replace("}", ", \"mapping\": {\"text\": \"/text\"}}"));
        refuses("mapping", PLAIN.replace("}", ", \"mapping\": []}"));
        refuses("settings.colour", PLAIN.replace("}", ", \"settings\": {\"colour\": 1}}"));
        refuses("settings.kind", PLAIN.replace("}", ", \"settings\": {\"kind\": \"x\"}}"));
        refuses("colour", PLAIN.replace("}", ", \"colour\": 1}"));
    }

    @Test
    void theListOfDeliveriesHasPages() {
        connect(PLAIN);
        for (int i = 0; i < 5; i++) {
            deliver("m" + i, review("a" + i, "x")).statusCode(202);
        }
        String next = call().get("/v1/connections/" + id + "/deliveries?limit=2")
                .then()
                .body("items.messageId", contains("m4", "m3"))
                .extract()
                .path("next");
        next = call().get("/v1/connections/" + id + "/deliveries?limit=2&cursor=" + next)
                .then()
                .body("items.messageId", contains("m2", "m1"))
                .extract()
                .path("next");
        call().get("/v1/connections/" + id + "/deliveries?limit=2&cursor=" + next)
                .then()
                .body("items.messageId", contains("m0"))
                .body("next", nullValue());
        call().get("/v1/connections/" + id + "/deliveries?cursor=x").then().statusCode(400);
    }

    @Test
    void anotherBusinessesConnectionIsNotFound() {
        connect(PLAIN);
        String other = known(randomBusiness());
        as(other).get("/v1/connections/" + id).then().statusCode(404);
        as(other).delete("/v1/connections/" + id).then().statusCode(404);
        as(other).get("/v1/connections/" + id + "/deliveries").then().statusCode(404);
        as(other).get("/v1/connections").then().body("items", hasSize(0));
    }

    @Test
    void theSameIdempotencyKeyMakesOneConnectionWithOneSecret() {
        ValidatableResponse first = withKey(PLAIN).statusCode(201);
        withKey(PLAIN)
                .statusCode(201)
                .body("id", equalTo(first.extract().<String>path("id")))
                .body("secret", equalTo(first.extract().<String>path("secret")));
        withKey(PLAIN.replace("Review", "Other")).statusCode(409);
        Set<String> others =
                new HashSet<>(call().get("/v1/connections").jsonPath().getList("items.id"));
        assertThat(others).hasSize(1);
    }

    private ValidatableResponse withKey(String body) {
        return call().header("Idempotency-Key", "the-key")
                .body(body)
                .post("/v1/connections")
                .then();
    }

    private void refuses(String field, String body) {
        call().body(body).post("/v1/connections").then().statusCode(400).body("errors.field", hasItem(field));
    }
}
