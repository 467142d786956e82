package io.rapport.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.frame.test.TestTokens;
import io.rapport.gateway.GatewayTest;
import io.rapport.gateway.RawHttp;
import io.restassured.http.ContentType;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuthenticationTest extends GatewayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer nonsense",
                "Basic c2s6",
                "Bearer sk_aaaaaaaaaaaaaaaa_0123456789abcdefghijABCDEFGHIJ01",
                "Bearer adm_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void an_unknown_key_opens_nothing(String authorization) {
        for (String path : new String[] {"/v1/metrics", "/v1/businesses", "/v1/keys", "/v1/nothing"}) {
            given().header("Authorization", authorization)
                    .get(path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer")
                    .body("type", endsWith("/unauthorized"));
        }
        given().get("/v1/metrics").then().statusCode(401);
        assertThat(metrics.asked("/v1")).isEmpty();
    }

    @Test
    void a_token_of_the_services_is_no_key() {
        TestBusiness business = newBusiness();
        given().header(
                        "Authorization",
                        TestTokens.bearer("x", Set.of(business.id()), "server", "metrics:read", "admin"))
                .get("/v1/businesses")
                .then()
                .statusCode(401);
    }

    @Test
    void two_keys_at_once_are_none() throws Exception {
        TestBusiness business = newBusiness();
        String header = "Authorization: Bearer " + business.secretKey() + "\r\n";
        try (RawHttp http = new RawHttp(port())) {
            http.send("GET /v1/metrics HTTP/1.1\r\nHost: x\r\n" + header + header + "\r\n");
            assertThat(http.read().status()).isEqualTo(401);
        }
    }

    @Test
    void a_service_sees_a_token_of_ours_and_never_the_key() {
        TestBusiness business = newBusiness();
        with(business.secretKey()).get("/v1/metrics").then().statusCode(200);
        assertThat(metrics.last().header("Authorization"))
                .startsWith("Bearer eyJ")
                .doesNotContain(business.secretKey());
        assertThat(metrics.last().headers().toString()).doesNotContain(business.secretKey());
    }

    @Test
    void a_scope_is_checked_before_anything_is_looked_for() {
        TestBusiness business = newBusiness();
        String writer = key(business, "events:write");
        for (String path :
                new String[] {"/v1/metrics/none", "/v1/feedback/x/none", "/v1/keys/none", "/v1/businesses/none"}) {
            with(writer)
                    .get(path)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("type", endsWith("/forbidden"));
        }
        with(business.publishableKey()).get("/v1/nothing").then().statusCode(403);
        with(business.secretKey()).get("/v1/nothing").then().statusCode(404).body("type", endsWith("/not-found"));
        assertThat(feedback.asked("/v1")).isEmpty();
    }

    @Test
    void a_publishable_key_sends_events_and_answers_and_no_more() {
        TestBusiness business = newBusiness();
        var page = with(business.publishableKey()).contentType(ContentType.JSON).body("{}");
        page.post("/v1/events").then().statusCode(200);
        page.post("/v1/surveys/sv_1/responses").then().statusCode(200);
        for (String path :
                new String[] {"/v1/identify", "/v1/measurements", "/v1/feedback", "/v1/keys", "/v1/sentiment"}) {
            page.post(path).then().statusCode(403);
        }
        for (String path :
                new String[] {"/v1/events", "/v1/metrics", "/v1/engagement", "/v1/businesses/" + business.id()}) {
            with(business.publishableKey()).get(path).then().statusCode(403);
        }
    }

    @Test
    void administration_is_not_a_business() {
        admin().get("/v1/metrics").then().statusCode(403);
        admin().get("/v1/engagement").then().statusCode(403);
    }

    @Test
    void other_spellings_of_a_path_open_nothing_more() {
        TestBusiness business = newBusiness();
        String reader = key(business, "metrics:read");
        for (String path : new String[] {
            "/v1//feedback",
            "/v1/metrics/../feedback",
            "/v1/metrics/%2e%2e/feedback",
            "/v1/./feedback",
            "/v1/%66eedback"
        }) {
            with(reader).urlEncodingEnabled(false).get(path).then().statusCode(403);
        }
        with(reader)
                .urlEncodingEnabled(false)
                .get("/v1/metrics/..%2Ffeedback")
                .then()
                .statusCode(200);
        assertThat(metrics.last().uri()).isEqualTo("/v1/metrics/..%2Ffeedback");
        assertThat(feedback.asked("/v1")).isEmpty();
    }

    @Test
    void what_is_internal_is_not_there() {
        TestBusiness business = newBusiness();
        for (String path :
                new String[] {"/internal/v1/facts", "/internal", "/v1/../internal/v1/facts", "//internal/x"}) {
            with(business.secretKey())
                    .urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .statusCode(404);
            admin().urlEncodingEnabled(false).put(path).then().statusCode(404);
        }
        assertThat(metrics.asked("/internal/v1/facts")).isEmpty();
    }

    @Test
    void a_webhook_needs_no_key_since_its_signature_is_one() {
        String connection = "cn_abcdefghijklmnop_qrstuvwxyz234567";
        given().contentType(ContentType.JSON)
                .header("webhook-signature", "v1,x")
                .body("{\"a\":1}")
                .post("/v1/webhooks/" + connection)
                .then()
                .statusCode(200);
        assertThat(feedback.last().body()).isEqualTo("{\"a\":1}");
        assertThat(feedback.last().header("webhook-signature")).isEqualTo("v1,x");
        assertThat(Tokens.claims(feedback.last().header("Authorization")))
                .contains("\"b_abcdefghijklmnop\"", "\"connection:" + connection + "\"", "\"webhooks:receive\"");
        given().post("/v1/webhooks/nonsense").then().statusCode(404);
    }

    @Test
    void what_a_source_shows_of_its_own_is_passed_on_beside_our_token() {
        String address = "/v1/webhooks/cn_abcdefghijklmnop_qrstuvwxyz234567";
        given().header("Authorization", "Basic a2V5Og==")
                .header("X-Webhook-Authorization", "forged")
                .contentType(ContentType.JSON)
                .body("{}")
                .post(address + "/v1/track")
                .then()
                .statusCode(200);
        assertThat(feedback.last().header("X-Webhook-Authorization")).isEqualTo("Basic a2V5Og==");
        assertThat(feedback.last().header("Authorization")).startsWith("Bearer ");
        given().header("X-Webhook-Authorization", "forged").get(address).then().statusCode(200);
        assertThat(feedback.last().header("X-Webhook-Authorization")).isNull();
        TestBusiness business = newBusiness();
        with(business.secretKey()).header("X-Webhook-Authorization", "forged").get("/v1/feedback");
        assertThat(feedback.last().header("X-Webhook-Authorization")).isNull();
    }

    @Test
    void the_token_says_whose_and_what_the_key_is() {
        TestBusiness business = newBusiness();
        with(business.publishableKey()).contentType(ContentType.JSON).body("{}").post("/v1/events");
        assertThat(Tokens.claims(metrics.last().header("Authorization")))
                .contains(
                        "\"" + business.id() + "\"", "\"origin\":\"browser\"", "\"events:write\"", "\"surveys:answer\"")
                .doesNotContain("metrics:read");
        with(business.secretKey()).get("/v1/metrics");
        assertThat(Tokens.claims(metrics.last().header("Authorization")))
                .contains("\"origin\":\"server\"", "\"key:k_" + business.id().substring(2))
                .doesNotContain("admin", "internal:");
    }

    @Test
    void an_answer_bears_a_request_id_and_careful_headers() {
        given().header("X-Request-Id", "mine-1").get("/v1/metrics").then().header("X-Request-Id", "mine-1");
        given().header("X-Request-Id", "a b\t<script>")
                .get("/v1/metrics")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Strict-Transport-Security", equalTo(null));
    }
}
