package io.rapport.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.rapport.gateway.RawHttp;
import io.rapport.gateway.RawHttp.Answer;
import io.restassured.http.ContentType;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BodyLimitTest extends GatewayTest {
    private static final int LIMIT = 1_048_576;
    private static final String WEBHOOK = "/v1/webhooks/cn_abcdefghijklmnop_x";

    @Test
    void a_body_that_announces_too_much_is_refused() {
        TestBusiness business = newBusiness();
        for (String path : new String[] {"/v1/events", "/v1/feedback", "/v1/keys", WEBHOOK}) {
            with(business.secretKey())
                    .contentType(ContentType.JSON)
                    .body("x".repeat(LIMIT + 1))
                    .post(path)
                    .then()
                    .statusCode(413)
                    .contentType("application/problem+json")
                    .body("type", endsWith("/payload-too-large"));
        }
        assertThat(metrics.asked("/v1")).isEmpty();
        assertThat(feedback.asked("/v1")).isEmpty();
    }

    @Test
    void a_body_in_chunks_is_counted_while_it_streams() throws IOException {
        TestBusiness business = newBusiness();
        for (String path : new String[] {"/v1/events", "/v1/feedback", "/v1/businesses/" + business.id(), WEBHOOK}) {
            String method = path.contains("businesses") ? "PATCH" : "POST";
            try (RawHttp http = new RawHttp(port())) {
                http.send(head(method, path, business));
                chunks(http, 40);
                Answer answer = http.send("0\r\n\r\n").read();
                assertThat(answer.status()).as(path).isEqualTo(413);
                assertThat(answer.isProblem()).isTrue();
                assertThat(answer.body()).contains("/payload-too-large");
            }
        }
    }

    @Test
    void files_may_be_larger_than_other_bodies() throws IOException {
        TestBusiness business = newBusiness();
        with(business.secretKey())
                .multiPart("file", "facts.csv", new byte[3 * LIMIT])
                .multiPart("kind", "events")
                .post("/v1/imports")
                .then()
                .statusCode(200);
        assertThat(metrics.asked("/v1/imports")).hasSize(1);
        with(business.secretKey())
                .multiPart("file", "facts.csv", new byte[3 * LIMIT])
                .post("/v1/imports/im_x")
                .then()
                .statusCode(413);
        try (RawHttp http = new RawHttp(port())) {
            http.send(head("POST", "/v1/imports", business)
                    .replace("Transfer-Encoding: chunked", "Content-Length: 1073741825"));
            assertThat(http.read().status()).isEqualTo(413);
        }
    }

    @Test
    void a_connection_is_of_use_after_too_large_a_body() throws IOException {
        TestBusiness business = newBusiness();
        try (RawHttp http = new RawHttp(port())) {
            http.send(head("POST", "/v1/events", business));
            chunks(http, 40);
            assertThat(http.send("0\r\n\r\n").read().status()).isEqualTo(413);
            http.send(head("POST", "/v1/events", business)).send("2\r\n{}\r\n0\r\n\r\n");
            assertThat(http.read().status()).isEqualTo(200);
        }
    }

    @Test
    void whoever_never_stops_sending_is_hung_up_on() throws IOException {
        TestBusiness business = newBusiness();
        try (RawHttp http = new RawHttp(port())) {
            http.send(head("POST", "/v1/events", business));
            assertThatThrownBy(() -> chunks(http, 2_000)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_body_in_chunks_that_fits_passes() throws IOException {
        TestBusiness business = newBusiness();
        try (RawHttp http = new RawHttp(port())) {
            http.send(head("POST", "/v1/events", business));
            chunks(http, 31);
            assertThat(http.send("0\r\n\r\n").read().status()).isEqualTo(200);
            assertThat(metrics.last().body()).hasSize(31 * 32_768);
        }
    }

    @Test
    void a_body_that_says_two_lengths_is_refused() throws IOException {
        TestBusiness business = newBusiness();
        for (String length : new String[] {
            "Content-Length: 2\r\nContent-Length: 3\r\n",
            "Content-Length: -1\r\n",
            "Transfer-Encoding: gzip, chunked\r\n",
            "Transfer-Encoding: identity\r\nContent-Length: 2\r\n"
        }) {
            try (RawHttp http = new RawHttp(port())) {
                http.send("POST /v1/events HTTP/1.1\r\nHost: x\r\n" + length + "Authorization: Bearer "
                        + business.secretKey() + "\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
                Answer answer = http.read();
                assertThat(answer.status()).as(length).isBetween(400, 499);
            }
        }
        assertThat(metrics.asked("/v1/events")).isEmpty();
    }

    @Test
    void a_length_beside_chunks_is_not_passed_on() throws IOException {
        TestBusiness business = newBusiness();
        try (RawHttp http = new RawHttp(port())) {
            http.send("POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\nTransfer-Encoding: chunked\r\n"
                    + "Authorization: Bearer " + business.secretKey() + "\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
            assertThat(http.read().status()).isEqualTo(200);
        }
        assertThat(metrics.asked("/v1/events")).hasSize(1);
        assertThat(metrics.last().body()).isEqualTo("{}");
        assertThat(metrics.last().header("Content-Length")).isNull();
    }

    private static String head(String method, String path, TestBusiness business) {
        return method + " " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\nAuthorization: Bearer " + business.secretKey() + "\r\n\r\n";
    }

    private static void chunks(RawHttp http, int count) throws IOException {
        String chunk = "8000\r\n" + " ".repeat(32_768) + "\r\n";
        for (int i = 0; i < count; i++) {
            http.send(chunk);
        }
    }
}
