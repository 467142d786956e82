package io.rapport.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperationsTest extends GatewayTest {

    @Test
    void it_says_that_it_is_alive_and_ready() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void it_counts_what_passes_and_what_is_turned_away() {
        TestBusiness business = newBusiness();
        with(business.secretKey()).get("/v1/feedback/google/an-id-of-mine");
        given().get("/v1/metrics");
        String counted = given().get("/q/metrics").asString();
        assertThat(counted)
                .contains(
                        "rapport_gateway_requests_seconds_count{method=\"GET\",route=\"/v1/feedback\",status=\"200\"}")
                .contains("rapport_gateway_rejected_total{reason=\"unauthorized\"}")
                .contains("rapport_gateway_proxy_seconds_count{service=\"feedback-service\"}")
                .doesNotContain("an-id-of-mine");
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
