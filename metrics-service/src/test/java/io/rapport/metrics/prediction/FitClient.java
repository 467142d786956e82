package io.rapport.metrics.prediction;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.rapport.frame.token.Scopes;
import io.rapport.metrics.support.Client;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;

/** Has models fitted over HTTP, as a client would. */
public record FitClient(Client client) {

    public ValidatableResponse ask(String model, String body) {
        return client.with(Scopes.CUSTOMERS_WRITE)
                .body(body)
                .post("/v1/models/{name}/fit", model)
                .then();
    }

    /** What the fit found, once it is done. */
    public JsonPath fit(String model, String from, String to) {
        String location = ask(model, "{\"from\": \"" + from + "\", \"to\": \"" + to + "\"}")
                .statusCode(202)
                .header("Location", startsWith("/v1/models/" + model + "/fits/mf_"))
                .body("model", equalTo(model))
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> get(location).statusCode(200).body("state", equalTo("done")));
        return get(location).extract().jsonPath();
    }

    public ValidatableResponse get(String path) {
        return client.with(Scopes.METRICS_READ, Scopes.CUSTOMERS_READ).get(path).then();
    }
}
