package io.rapport.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperationsTest extends GatewayTest {

    @TestHTTPResource(value = "metrics", management = true)
    URL figuresUrl;

    @TestHTTPResource(value = "health/ready", management = true)
    URL readyUrl;

    @TestHTTPResource(value = "health/live", management = true)
    URL liveUrl;

    @Test
    void the_world_finds_neither_health_nor_figures() {
        for (String path : List.of("/q/health", "/q/health/ready", "/q/metrics", "/internal/v1/ready")) {
            given().get(path).then().statusCode(404).contentType("application/problem+json");
        }
    }

    @Test
    void it_says_that_it_is_alive_and_ready() {
        given().get(liveUrl).then().statusCode(200).body("status", equalTo("UP"));
        given().get(readyUrl).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void it_counts_what_passes_and_what_is_turned_away() {
        TestBusiness business = newBusiness();
        with(business.secretKey()).get("/v1/feedback/google/an-id-of-mine");
        given().get("/v1/metrics");
        String counted = given().get(figuresUrl).asString();
        assertThat(counted)
                .contains(
                        "rapport_gateway_requests_seconds_count{method=\"GET\",route=\"/v1/feedback\",status=\"200\"}")
                .contains("rapport_gateway_rejected_total{reason=\"unauthorized\"}")
                .contains("rapport_gateway_proxy_seconds_count{service=\"feedback-service\"}")
                .doesNotContain("an-id-of-mine");
    }

    @Test
    void a_service_that_is_gone_is_counted_and_logged_with_the_ids_of_request_and_business() {
        TestBusiness business = newBusiness();
        metrics.close();
        try (LogLines lines = new LogLines()) {
            with(business.secretKey())
                    .header("X-Request-Id", "who-asked-1")
                    .get("/v1/metrics")
                    .then()
                    .statusCode(503)
                    .header("X-Request-Id", "who-asked-1");
            assertThat(lines.ofRequest("who-asked-1"))
                    .anyMatch(line -> line.contains("GET /v1/metrics: 503"))
                    .allMatch(line -> line.contains(business.id()));
        }
        assertThat(given().get(figuresUrl).asString())
                .contains("rapport_gateway_upstream_failures_total{reason=\"connect\",service=\"metrics-service\"}");
    }

    @Test
    void a_bug_is_a_problem_that_tells_nothing_of_the_inside() {
        given().get("/test/bug")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("type", endsWith("/internal"))
                .body("detail", not(containsString("secret")));
    }

    @Test
    void keys_and_hashes_stay_out_of_the_log() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler listener = new Listener(logged);
        Logger root = Logger.getLogger("");
        root.addHandler(listener);
        try {
            TestBusiness business = newBusiness();
            metrics.close();
            feedback.close();
            with(business.secretKey()).get("/v1/metrics").then().statusCode(503);
            with(business.secretKey())
                    .contentType("application/json")
                    .body("{\"name\":\"x\"}")
                    .patch("/v1/businesses/" + business.id());
            with(business.secretKey() + "x").get("/v1/metrics").then().statusCode(401);
            assertThat(logged).isNotEmpty();
            assertThat(String.join("\n", logged))
                    .doesNotContain(business.secretKey(), business.publishableKey(), TestEnvironment.ADMIN_KEY, "eyJ");
        } finally {
            root.removeHandler(listener);
        }
    }

    private static final class Listener extends Handler {
        private final List<String> logged;

        Listener(List<String> logged) {
            this.logged = logged;
        }

        @Override
        public void publish(LogRecord line) {
            logged.add(line.getMessage() + " " + Arrays.toString(line.getParameters()) + " " + line.getThrown());
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
