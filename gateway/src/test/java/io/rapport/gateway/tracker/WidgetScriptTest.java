package io.rapport.gateway.tracker;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.rapport.gateway.RawHttp;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WidgetScriptTest extends GatewayTest {

    @Test
    void it_has_at_most_10_KB_and_loads_in_pages_of_any_origin() throws Exception {
        try (RawHttp http = new RawHttp(port())) {
            http.send("GET /widget.js HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n");
            String head = http.read().head().toLowerCase(Locale.ROOT);
            assertThat(head).contains("content-encoding: gzip\r\n");
            assertThat(Integer.parseInt(head.split("content-length: ")[1].split("\r")[0]))
                    .isBetween(1_000, 10_240);
        }
        given().get("/widget.js")
                .then()
                .statusCode(200)
                .contentType("text/javascript; charset=utf-8")
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Cache-Control", startsWith("public, max-age=86400"))
                .header("ETag", matchesPattern("\"[0-9a-f]{16}-gzip\""))
                .body(startsWith("/*! Rapport widget 1 */"));
    }
}
