package io.rapport.feedback.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.sql.Sql;
import io.rapport.frame.database.BusinessScope;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Setting up, trying out, watching, mending and giving another secret: alike for every type. */
@QuarkusTest
class ConnectionLifeTest extends ConnectionTest {
    private static final String PLAIN = "{\"type\": \"standard-webhooks\", \"name\": \"Review site\"}";

    @Inject
    Sql sql;

    @Inject
    BusinessScope scope;

    @Test
    void anotherSecretIsTakenBesideTheOneBefore() {
        connect(PLAIN);
        String old = secret;
        String next = rotate("{\"overlapHours\": 1}")
                .statusCode(200)
                .body("secret", not(equalTo(old)))
                .body("previousValidUntil", notNullValue())
                .extract()
                .path("secret");
        deliver(Signers.STANDARD, review("a", "x")).statusCode(202);
        secret = next;
        deliver(Signers.STANDARD, review("b", "x")).statusCode(202);
        connection().body("previousSecretValidUntil", notNullValue());
        rotate("{}").statusCode(409);
        rotate("{\"overlapHours\": 0}").statusCode(200).body("previousValidUntil", nullValue());
        deliver(Signers.STANDARD, review("c", "x")).statusCode(401);
        secret = old;
        deliver(Signers.STANDARD, review("d", "x")).statusCode(401);
    }

    @Test
    void theSecretBeforeEndsWhenItsTimeIsOver() {
        connect(PLAIN);
        rotate("{\"overlapHours\": 1}").statusCode(200);
        scope.run(Set.of(business), () -> io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "update connection set previous_until = now() where business_id = ? and id = ?",
                        business,
                        id)));
        deliver(Signers.STANDARD, review("a", "x")).statusCode(401);
        connection().body("previousSecretValidUntil", nullValue());
    }

    @Test
    void aRotationWithoutAnAnswerCanBeAskedForAgain() {
        connect(PLAIN);
        String first = call().header("Idempotency-Key", "turn-1")
                .body("{}")
                .post("/v1/connections/" + id + "/rotate")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
        call().header("Idempotency-Key", "turn-1")
                .body("{}")
                .post("/v1/connections/" + id + "/rotate")
                .then()
                .statusCode(200)
                .body("secret", equalTo(first));
    }

    @Test
    void rotationsThatBreakARuleAreRefused() {
        connect(PLAIN);
        rotate("{\"overlapHours\": 169}").statusCode(400).body("errors[0].field", equalTo("overlapHours"));
        rotate("{\"secret\": \"x\"}").statusCode(400).body("errors[0].field", equalTo("secret"));
        rotate("{\"colour\": 1}").statusCode(400).body("errors[0].field", equalTo("colour"));
        rotate("[]").statusCode(400);
    }

    @Test
    void aSourceThatMakesTheSecretItselfIsToldOfTheAddressFirst() {
        connect("{\"type\": \"stripe\", \"name\": \"Shop\"}").body("secret", nullValue());
        connection().body("secretSet", equalTo(false)).body("health.status", equalTo("secret_missing"));
        secret = "whsec_of_stripes_own_making";
        deliver(Signers.STRIPE, "{}").statusCode(401).body("detail", containsString("no secret yet"));
        rotate("{}").statusCode(400).body("errors[0].field", equalTo("secret"));
        rotate("{\"secret\": \"" + secret + "\"}").statusCode(200).body("previousValidUntil", nullValue());
        deliver(Signers.STRIPE, "{}").statusCode(200).body("success", equalTo(true));
        connection().body("secretSet", equalTo(true)).body("secret", nullValue());
    }

    @Test
    void aConnectionIsTriedOutWithoutATrace() {
        connect(PLAIN);
        call().post("/v1/connections/" + id + "/test")
                .then()
                .statusCode(200)
                .body("ok", equalTo(true))
                .body("detail", containsString("a review would be stored"))
                .body("deliveryId", notNullValue());
        deliveries().body("items.outcome", contains("tested"));
        feedback("test", "test").statusCode(404);
        connection().body("health.status", equalTo("new")).body("health.lastDeliveryAt", nullValue());
        for (String type : new String[] {"stripe", "shopify"}) {
            connect("{\"type\": \"" + type + "\", \"name\": \"Shop\"}");
            call().post("/v1/connections/" + id + "/test").then().body("ok", equalTo(false));
            rotate("{\"secret\": \"whsec_1234567890123456\"}").statusCode(200);
            call().post("/v1/connections/" + id + "/test").then().body("ok", equalTo(true));
        }
        connect("{\"type\": \"typeform\", \"name\": \"Form\"}");
        call().post("/v1/connections/" + id + "/test")
                .then()
                .body("ok", equalTo(true))
                .body("detail", containsString("a survey_response would be stored"));
    }

    @Test
    void healthTellsOfTheLastSuccessAndTheLastFailure() {
        connect(PLAIN);
        connection().body("health.status", equalTo("new"));
        deliver(Signers.STANDARD, review("a", "x")).statusCode(202);
        settled(1);
        connection()
                .body("health.status", equalTo("ok"))
                .body("health.lastDeliveryAt", notNullValue())
                .body("health.lastSuccessAt", notNullValue())
                .body("health.lastFailureAt", nullValue())
                .body("health.waiting", equalTo(0));
        deliver(Signers.STANDARD, "{\"id\": \"b\"}").statusCode(202);
        settled(2);
        connection()
                .body("health.status", equalTo("failing"))
                .body("health.lastFailure", containsString("is required"))
                .body("health.failed", equalTo(1));
        call().get("/v1/connections").then().body("items[0].health.failed", equalTo(1));
    }

    @Test
    void whatWasSetUpWronglyIsMendedAndReplayed() {
        connect(PLAIN);
        deliver(Signers.STANDARD, "{\"no\": 7, \"said\": \"Good.\", \"when\": \"2026-03-01T10:00:00Z\"}")
                .statusCode(202);
        assertThat(settled(1).getFirst()).containsEntry("outcome", "failed");
        String failed = deliveries().extract().path("items[0].id");
        call().body("""
                        {"name": "Mended", "settings": {"source": "acme", "kind": "review"},
                         "mapping": {"id": "/no", "text": "/said", "occurredAt": "/when"}}""")
                .patch("/v1/connections/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Mended"))
                .body("mapping.id", equalTo("/no"));
        call().post("/v1/connections/" + id + "/deliveries/" + failed + "/replay")
                .then()
                .statusCode(202);
        assertThat(settled(1).getFirst()).containsEntry("outcome", "processed");
        feedback("acme", "7").statusCode(200).body("text", equalTo("Good."));
        call().body("{\"settings\": {\"colour\": 1}}")
                .patch("/v1/connections/" + id)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("settings.colour"));
        call().body("{\"secret\": \"x\"}").patch("/v1/connections/" + id).then().statusCode(400);
        connection().body("name", equalTo("Mended"));
    }

    @Test
    void settingsOfATypeAreChecked() {
        refuses("settings.testMode", "{\"type\": \"stripe\", \"name\": \"n\", \"settings\": {\"testMode\": 1}}");
        refuses("settings.colour", "{\"type\": \"shopify\", \"name\": \"n\", \"settings\": {\"colour\": 1}}");
        refuses("mapping", "{\"type\": \"shopify\", \"name\": \"n\", \"mapping\": {\"id\": \"/id\"}}");
        refuses("secret", "{\"type\": \"stripe\", \"name\": \"n\", \"secret\": \"sk_live_1234567890\"}");
        refuses("credentials.apiKey", "{\"type\": \"stripe\", \"name\": \"n\", \"credentials\": {\"apiKey\": \"x\"}}");
        refuses("settings.max", "{\"type\": \"typeform\", \"name\": \"n\", \"settings\": {\"min\": 5, \"max\": 2}}");
    }
}
