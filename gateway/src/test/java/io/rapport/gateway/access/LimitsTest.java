package io.rapport.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.rapport.gateway.RawHttp;
import io.rapport.gateway.RawHttp.Answer;
import io.rapport.gateway.ServiceDouble.Reply;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Each test comes from a loopback address of its own, since limits are kept for each address. */
@QuarkusTest
class LimitsTest extends GatewayTest {

    @Test
    void a_page_that_sends_too_much_is_told_when_to_come_back() throws IOException {
        TestBusiness business = newBusiness();
        String request = "POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nAuthorization: Bearer "
                + business.publishableKey() + "\r\n\r\n{}";
        Answer refused = until429(request, "127.0.0.2", 3_000);
        assertThat(refused.isProblem()).isTrue();
        assertThat(refused.head().toLowerCase()).contains("retry-after: 1\r\n");
        assertThat(refused.body()).contains("/rate-limited");
        assertThat(metrics.asked("/v1/events").size()).isGreaterThanOrEqualTo(500);
        try (RawHttp elsewhere = new RawHttp(port(), "127.0.0.3")) {
            assertThat(elsewhere.send(request).read().status()).isEqualTo(200);
        }
    }

    @Test
    void guessing_keys_is_bounded_and_does_not_shut_out_who_is_known() throws IOException {
        TestBusiness business = newBusiness();
        String known =
                "GET /v1/metrics HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + business.secretKey() + "\r\n\r\n";
        String guess = "GET /v1/metrics HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer guess\r\n\r\n";
        try (RawHttp first = new RawHttp(port(), "127.0.0.4")) {
            assertThat(first.send(known).read().status()).isEqualTo(200);
        }
        assertThat(until429(guess, "127.0.0.4", 2_000).head().toLowerCase()).contains("retry-after:");
        try (RawHttp after = new RawHttp(port(), "127.0.0.4")) {
            assertThat(after.send(known).read().status()).isEqualTo(200);
        }
    }

    @Test
    void bad_signatures_are_bounded_for_each_connection() throws IOException {
        feedback.replies(asked -> Reply.of(401, "{}"));
        String delivery = "POST /v1/webhooks/cn_abcdefghijklmnop_%s HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}";
        Answer refused = until429(delivery.formatted("forged"), "127.0.0.5", 2_000);
        assertThat(refused.body()).contains("/rate-limited");
        try (RawHttp other = new RawHttp(port(), "127.0.0.5")) {
            assertThat(other.send(delivery.formatted("another")).read().status())
                    .isEqualTo(401);
        }
    }

    private Answer until429(String request, String from, int most) throws IOException {
        try (RawHttp http = new RawHttp(port(), from)) {
            for (int i = 0; i < most; i++) {
                Answer answer = http.send(request).read();
                if (answer.status() == 429) {
                    return answer;
                }
            }
        }
        throw new AssertionError("Never refused in " + most + " requests");
    }
}
