package io.rapport.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.rapport.gateway.RawHttp;
import io.rapport.gateway.RawHttp.Answer;
import io.restassured.http.ContentType;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the HTTP layer refuses itself is a problem document too, and never a 500. */
@QuarkusTest
class BadInputTest extends GatewayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "[]",
                "\"text\"",
                "7",
                "{\"name\": \"a\"} trailing",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"name\": \"a\\u0000b\"}",
                "{\"name\": \"\\ud800\"}",
                "{\"name\": {}}",
                "{\"name\": 1e999999999}",
                "{\"margin\": 1e999999999}",
                "{\"rates\": {}}",
                "{\"goals\": [null]}",
                "{\"privacy\": []}",
                "{\"inactivityDays\": 1.5}",
                "{\"inactivityDays\": 99999999999999999999}"
            })
    void a_body_that_is_not_what_was_asked_for(String body) {
        TestBusiness business = newBusiness();
        with(business.secretKey())
                .contentType(ContentType.JSON)
                .body(body)
                .patch("/v1/businesses/" + business.id())
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", endsWith("/validation"))
                .body("status", equalTo(400));
    }

    @Test
    void a_body_nested_too_deeply() {
        TestBusiness business = newBusiness();
        String deep = "{\"privacy\":" + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_001);
        with(business.secretKey())
                .contentType(ContentType.JSON)
                .body(deep)
                .patch("/v1/businesses/" + business.id())
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void a_path_or_method_or_type_that_is_not_served() {
        TestBusiness business = newBusiness();
        var own = with(business.secretKey());
        own.get("/v1/nothing").then().statusCode(404).contentType("application/problem+json");
        own.get("/v1").then().statusCode(404).contentType("application/problem+json");
        own.get("/v1/engagement/more").then().statusCode(404).contentType("application/problem+json");
        given().get("/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", endsWith("/not-found"));
        given().get("/q/nothing").then().statusCode(404).contentType("application/problem+json");
        own.delete("/v1/engagement")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("type", endsWith("/method-not-allowed"));
        own.put("/v1/keys").then().statusCode(405).contentType("application/problem+json");
        own.contentType("text/csv")
                .body("a,b")
                .post("/v1/keys")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", endsWith("/unsupported-media-type"));
        with(business.secretKey())
                .accept("image/png")
                .get("/v1/keys")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @Test
    void an_unusual_method() throws IOException {
        for (String method : new String[] {"TRACE", "PROPFIND", "BREW"}) {
            Answer answer = raw(method + " /v1/metrics HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.isProblem()).isTrue();
        }
    }

    /** Quarkus looks at the URI before any code of ours does, and refuses what is none without a word. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/metrics/%", "/v1/metrics/%zz", "/v1/metrics/%2", "/v1/metrics?from=%", "/v1/{"})
    void what_is_no_uri_is_refused(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").status()).isEqualTo(400);
    }

    @Test
    void a_path_with_a_nul_in_it() throws IOException {
        Answer answer = raw("GET /v1/metrics/%00 HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.isProblem()).isTrue();
    }

    @Test
    void a_request_line_that_is_too_long() throws IOException {
        Answer answer = raw("GET /v1/metrics?x=" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(answer.status()).isEqualTo(414);
        assertThat(answer.isProblem()).isTrue();
    }

    @Test
    void headers_that_are_too_large() throws IOException {
        Answer answer = raw("GET /v1/metrics HTTP/1.1\r\nHost: x\r\nX-Large: " + "a".repeat(30_000) + "\r\n\r\n");
        assertThat(answer.status()).isEqualTo(431);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.head().toLowerCase()).contains("x-content-type-options: nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Host:\r\n", "Host: a b\r\n", "Host: [::1\r\n", "Host: x:99999\r\n", "Host: x\r\nHost: y\r\n"
            })
    void an_odd_host_breaks_nothing(String host) throws IOException {
        TestBusiness business = newBusiness();
        String key = "Authorization: Bearer " + business.secretKey() + "\r\n";
        assertThat(raw("GET /v1/metrics HTTP/1.1\r\n" + host + key + "\r\n").status())
                .isIn(200, 400);
        assertThat(raw("GET /v1/keys HTTP/1.1\r\n" + host + key + "\r\n").status())
                .isIn(200, 400);
        assertThat(raw("GET http://other.example/v1/keys HTTP/1.1\r\n" + host + key + "\r\n")
                        .status())
                .isIn(200, 400, 404);
    }

    @Test
    void what_is_not_http_is_refused() throws IOException {
        assertThat(raw("HELLO\r\n\r\n").status()).isIn(0, 400);
        assertThat(raw("GET /v1/metrics HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n")
                        .status())
                .isIn(0, 400);
    }

    @Test
    void a_query_that_asks_for_nonsense() {
        TestBusiness business = newBusiness();
        for (String query : new String[] {
            "from=x",
            "from=2026-02-30",
            "from=2026-03-01&to=2026-03-01",
            "from=2026-03-02&to=2026-03-01",
            "from=1900-01-01",
            "colour=red",
            "from=2026-01-01&from=2026-01-02",
            "from=1980-01-01&to=2026-01-01"
        }) {
            with(business.secretKey())
                    .get("/v1/engagement?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors[0].field", notNullValue());
        }
    }

    @Test
    void a_browser_finds_a_page_that_leads_on() {
        given().accept("text/html")
                .get("/")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .body(containsString("/openapi"))
                .body(containsString("/q/swagger-ui"));
    }

    private Answer raw(String request) throws IOException {
        try (RawHttp http = new RawHttp(port())) {
            return http.send(request).read();
        }
    }
}
