package io.rapport.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.rapport.gateway.RawHttp;
import io.rapport.gateway.RawHttp.Answer;
import io.rapport.gateway.ServiceDouble.Asked;
import io.rapport.gateway.ServiceDouble.Reply;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServiceProxyTest extends GatewayTest {

    @Test
    void what_a_service_is_asked_and_answers_passes_unchanged() {
        TestBusiness business = newBusiness();
        feedback.replies(asked -> new Reply(
                202, Map.of("Content-Type", "application/json", "Location", "/v1/x", "ETag", "\"7\""), "{\"ü\":1}"));
        with(business.secretKey())
                .contentType(ContentType.JSON)
                .queryParam("q", "a b&c")
                .header("Idempotency-Key", "i-1")
                .body("{\"text\":\"schön\"}")
                .post("/v1/feedback")
                .then()
                .statusCode(202)
                .header("Location", "/v1/x")
                .header("ETag", "\"7\"")
                .body("ü", equalTo(1));
        Asked asked = feedback.last();
        assertThat(asked.uri()).isEqualTo("/v1/feedback?q=a%20b%26c");
        assertThat(asked.body()).isEqualTo("{\"text\":\"schön\"}");
        assertThat(asked.header("Idempotency-Key")).isEqualTo("i-1");
    }

    @Test
    void where_something_is_is_said_without_a_services_own_address() {
        TestBusiness business = newBusiness();
        feedback.replies(asked -> new Reply(303, Map.of("Location", "http://127.0.0.1:8082/v1/x?a=b%20c"), ""));
        with(business.secretKey())
                .redirects()
                .follow(false)
                .get("/v1/feedback")
                .then()
                .statusCode(303)
                .header("Location", "/v1/x?a=b%20c");
    }

    @Test
    void a_clients_word_about_itself_is_not_passed_on() throws Exception {
        TestBusiness business = newBusiness();
        try (RawHttp http = new RawHttp(port(), "127.0.0.6")) {
            http.send("GET /v1/metrics HTTP/1.1\r\nHost: api.crumb.example\r\n"
                    + "Connection: X-Secret, close , TE\r\nX-Secret: 1\r\nTE: trailers\r\nKeep-Alive: 5\r\n"
                    + "X-Forwarded-For: 10.0.0.1\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Prefix: /x\r\n"
                    + "Forwarded: for=10.0.0.1\r\nX-Real-IP: 10.0.0.1\r\nX-Rapport-Business: b_other\r\n"
                    + "X-Rapport-Country: FR\r\n"
                    + "Upgrade: websocket\r\nProxy-Authorization: x\r\nCookie: a=b\r\nX-Kept: yes\r\n"
                    + "Authorization: Bearer " + business.secretKey() + "\r\n\r\n");
            assertThat(http.read().status()).isEqualTo(200);
        }
        Asked asked = metrics.last();
        assertThat(asked.header("X-Kept")).isEqualTo("yes");
        assertThat(asked.header("X-Forwarded-For")).isEqualTo("127.0.0.6");
        assertThat(asked.header("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(asked.header("X-Forwarded-Host")).startsWith("api.crumb.example");
        assertThat(asked.header("X-Request-Id")).matches("[0-9a-f-]{36}");
        for (String name : new String[] {
            "X-Secret",
            "TE",
            "Keep-Alive",
            "Forwarded",
            "X-Real-IP",
            "X-Rapport-Business",
            "X-Rapport-Country",
            "X-Forwarded-Prefix",
            "Upgrade",
            "Proxy-Authorization",
            "Cookie",
            "Connection"
        }) {
            assertThat(asked.header(name)).as(name).isNull();
        }
    }

    @Test
    void a_service_is_told_the_country_that_the_proxy_in_front_says() {
        TestBusiness business = newBusiness();
        for (var said :
                Map.of("IE", "IE", "XX", "", "T1", "", "ie", "", "Ireland", "").entrySet()) {
            with(business.secretKey())
                    .header("CF-IPCountry", said.getKey())
                    .get("/v1/metrics")
                    .then()
                    .statusCode(200);
            assertThat(metrics.last().header("X-Rapport-Country"))
                    .isEqualTo(said.getValue().isEmpty() ? null : said.getValue());
        }
    }

    @Test
    void naming_the_length_in_the_connection_header_smuggles_nothing() throws Exception {
        TestBusiness business = newBusiness();
        try (RawHttp http = new RawHttp(port())) {
            http.send("POST /v1/feedback HTTP/1.1\r\nHost: x\r\nConnection: Content-Length\r\nContent-Length: 2\r\n"
                    + "Authorization: Bearer " + business.secretKey() + "\r\n\r\n{}");
            assertThat(http.read().status()).isEqualTo(200);
            assertThat(feedback.last().body()).isEqualTo("{}");
        }
    }

    @Test
    void headers_between_service_and_gateway_stay_there() {
        TestBusiness business = newBusiness();
        metrics.replies(asked -> new Reply(
                200, Map.of("Connection", "X-Inner", "X-Inner", "1", "Keep-Alive", "timeout=5", "X-Outer", "2"), "{}"));
        with(business.secretKey())
                .get("/v1/metrics")
                .then()
                .header("X-Inner", equalTo(null))
                .header("Keep-Alive", equalTo(null))
                .header("X-Outer", "2");
    }

    @Test
    void a_service_that_is_down_is_named() {
        TestBusiness business = newBusiness();
        sentiment.close();
        with(business.secretKey())
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/sentiment")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", not(equalTo(null)))
                .body("type", endsWith("/unavailable"))
                .body("part", equalTo("sentiment-service"));
        sentiment.start();
        with(business.secretKey())
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/sentiment")
                .then()
                .statusCode(200);
    }

    @Test
    void a_service_that_says_nothing_in_time_is_named() {
        TestBusiness business = newBusiness();
        CountDownLatch never = new CountDownLatch(1);
        metrics.replies(asked -> {
            try {
                never.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Reply.of(200, "{}");
        });
        with(business.secretKey())
                .get("/v1/metrics")
                .then()
                .statusCode(503)
                .header("Retry-After", not(equalTo(null)))
                .body("part", equalTo("metrics-service"));
        never.countDown();
    }

    @Test
    void a_bare_gateway_error_never_gets_out() {
        TestBusiness business = newBusiness();
        for (int status : new int[] {502, 504, 401}) {
            metrics.replies(asked -> Reply.of(status, "<html>"));
            with(business.secretKey())
                    .get("/v1/metrics")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("part", equalTo("metrics-service"));
        }
    }

    @Test
    void a_services_own_problem_passes() {
        TestBusiness business = newBusiness();
        metrics.replies(
                asked -> new Reply(404, Map.of("Content-Type", "application/problem+json"), "{\"status\":404}"));
        with(business.secretKey())
                .get("/v1/metrics/none")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", equalTo(404));
    }

    @Test
    void a_head_request_has_no_body() throws Exception {
        TestBusiness business = newBusiness();
        try (RawHttp http = new RawHttp(port())) {
            http.send("HEAD /v1/metrics HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + business.secretKey()
                    + "\r\n\r\n");
            http.send("GET /v1/metrics HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + business.secretKey()
                    + "\r\n\r\n");
            String head = http.readHead();
            assertThat(head).startsWith("HTTP/1.1 200");
            Answer second = http.read();
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.body()).isEqualTo("{}");
        }
    }

    @Test
    void a_large_answer_streams_through() {
        TestBusiness business = newBusiness();
        String large = "\"" + "x".repeat(5_000_000) + "\"";
        metrics.replies(asked -> Reply.of(200, large));
        String got = with(business.secretKey())
                .get("/v1/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(got).hasSize(large.length());
    }
}
