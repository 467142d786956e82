package io.rapport.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.rapport.gateway.ServiceDouble.Reply;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection that breaks off without an answer, as when the replica behind it dies, and a replica that is about to end. */
@QuarkusTest
class OnceMoreTest extends GatewayTest {
    private static final String FACT = "{\"id\":\"e-1\"}";
    private final AtomicInteger asked = new AtomicInteger();
    private TestBusiness business;

    @BeforeEach
    void newcomer() {
        business = newBusiness();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/events", "/v1/measurements", "/v1/metrics/query"})
    void what_may_be_done_twice_is_sent_once_more(String path) {
        breakOff(1);
        post(path).statusCode(200).body("body", equalTo(FACT));
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_question_is_asked_once_more() {
        breakOff(1);
        with(business.secretKey()).get("/v1/metrics/visits").then().statusCode(200);
        assertThat(asked).hasValue(2);
    }

    @Test
    void but_not_a_third_time() {
        breakOff(2);
        post("/v1/events")
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue());
        assertThat(asked).hasValue(2);
    }

    @Test
    void what_would_be_done_twice_is_not() {
        breakOff(1);
        post("/v1/identify").statusCode(503).body("part", equalTo("metrics-service"));
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_key_makes_it_repeatable() {
        feedback.replies(request -> brokenOff(1));
        request().post("/v1/connections").then().statusCode(503);
        asked.set(0);
        request()
                .header("Idempotency-Key", "once")
                .post("/v1/connections")
                .then()
                .statusCode(200);
        assertThat(asked).hasValue(2);
    }

    @Test
    void what_is_too_large_to_keep_is_not_sent_again() {
        breakOff(1);
        request("\"" + "x".repeat(100_000) + "\"")
                .post("/v1/events")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue());
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatever_was_turned_away_unread_is_sent_once_more() {
        metrics.replies(request ->
                asked.incrementAndGet() == 1 ? new Reply(503, Map.of("Connection", "close"), "") : Reply.of(200, "{}"));
        post("/v1/identify").statusCode(200);
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_bare_503_never_gets_out() {
        metrics.replies(request -> new Reply(503, Map.of(), ""));
        post("/v1/events")
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue());
    }

    @Test
    void a_problem_of_the_services_own_passes_at_once() {
        metrics.replies(request -> {
            asked.incrementAndGet();
            return new Reply(503, Map.of("Content-Type", "application/problem+json", "Retry-After", "7"), "{}");
        });
        post("/v1/events").statusCode(503).header("Retry-After", "7");
        assertThat(asked).hasValue(1);
    }

    private void breakOff(int times) {
        metrics.replies(request -> {
            brokenOff(times);
            return Reply.of(200, "{\"body\":" + quoted(request.body()) + "}");
        });
    }

    /** The double closes the connection where its handler throws. */
    private Reply brokenOff(int times) {
        if (asked.incrementAndGet() <= times) {
            throw new IllegalStateException("broken off");
        }
        return Reply.of(200, "");
    }

    private static String quoted(String json) {
        return "\"" + json.replace("\"", "\\\"") + "\"";
    }

    private ValidatableResponse post(String path) {
        return request().post(path).then();
    }

    private RequestSpecification request() {
        return request(FACT);
    }

    private RequestSpecification request(String body) {
        return with(business.secretKey()).contentType(ContentType.JSON).body(body);
    }
}
