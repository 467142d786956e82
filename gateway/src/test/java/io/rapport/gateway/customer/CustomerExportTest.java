package io.rapport.gateway.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.rapport.gateway.ServiceDouble.Asked;
import io.rapport.gateway.ServiceDouble.Reply;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerExportTest extends GatewayTest {
    private static final String PERSON =
            "{\"customers\": [\"a b/c\"], \"visitors\": [], \"addresses\": [], \"feedback\": []}";

    @Test
    void both_parts_in_one_answer() {
        TestBusiness business = newBusiness();
        metrics.replies(CustomerExportTest::facts);
        feedback.replies(request -> Reply.of(200, "{\"feedback\": [{\"text\": \"Good\"}]}"));
        with(business.secretKey())
                .urlEncodingEnabled(false)
                .get("/v1/customers/a%20b%2Fc/export")
                .then()
                .statusCode(200)
                .body("customerId", equalTo("a b/c"), "missing", empty())
                .body("parts.service", contains("metrics-service", "feedback-service"))
                .body("parts[0].data.events[0].id", equalTo("e-1"))
                .body("parts[1].data.feedback[0].text", equalTo("Good"));
        assertThat(metrics.asked("/internal/v1/persons/a%20b%2Fc")).hasSize(2);
        assertThat(feedback.asked("/internal/v1/persons/export").getLast().body())
                .isEqualTo(PERSON);
        with(business.publishableKey()).get("/v1/customers/c1/export").then().statusCode(403);
    }

    @Test
    void a_part_that_is_down_is_named() {
        TestBusiness business = newBusiness();
        metrics.replies(CustomerExportTest::facts);
        feedback.close();
        with(business.secretKey())
                .get("/v1/customers/c1/export")
                .then()
                .statusCode(200)
                .body("parts.service", contains("metrics-service"), "missing.part", contains("feedback-service"));
        feedback.start();
        metrics.replies(request -> Reply.of(503, "{}"));
        with(business.secretKey())
                .get("/v1/customers/c1/export")
                .then()
                .statusCode(503)
                .body("part", equalTo("metrics-service"));
    }

    private static Reply facts(Asked request) {
        return Reply.of(200, request.uri().endsWith("/export") ? "{\"events\": [{\"id\": \"e-1\"}]}" : PERSON);
    }
}
