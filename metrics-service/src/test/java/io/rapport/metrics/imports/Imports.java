package io.rapport.metrics.imports;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.rapport.frame.test.TestTokens;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.support.Client;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends files for a business, and waits for what becomes of them. */
record Imports(Client client) {

    ValidatableResponse send(String kind, String mapping, byte[] file) {
        RequestSpecification request = authorised(Scopes.EVENTS_WRITE, Scopes.CUSTOMERS_WRITE)
                .multiPart("file", "facts.csv", file)
                .multiPart("kind", kind);
        return (mapping == null ? request : request.multiPart("mapping", mapping))
                .post("/v1/imports")
                .then();
    }

    ValidatableResponse send(String kind, String mapping, String file) {
        return send(kind, mapping, file.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a file, and returns when its rows were read. */
    ValidatableResponse whole(String kind, String mapping, String file) {
        return ended(send(kind, mapping, file).statusCode(202).extract().path("id"));
    }

    ValidatableResponse ended(String id) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> get(id).body("state", not(oneOf("waiting", "running", "removing"))));
        return get(id);
    }

    ValidatableResponse get(String id) {
        return authorised(Scopes.EVENTS_WRITE).get("/v1/imports/{id}", id).then();
    }

    ValidatableResponse takeBack(String id) {
        authorised(Scopes.EVENTS_WRITE).delete("/v1/imports/{id}", id).then().statusCode(202);
        return ended(id);
    }

    String rejected(String id) {
        return authorised(Scopes.EVENTS_WRITE)
                .get("/v1/imports/{id}/rejected", id)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
    }

    RequestSpecification authorised(String... scopes) {
        return RestAssured.given().header("Authorization", TestTokens.server(client.business(), scopes));
    }
}
