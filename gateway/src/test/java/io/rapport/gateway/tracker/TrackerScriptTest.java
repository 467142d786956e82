package io.rapport.gateway.tracker;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.rapport.gateway.RawHttp;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrackerScriptTest extends GatewayTest {

    @Test
    void it_is_small_and_loads_in_pages_of_any_origin() throws Exception {
        try (RawHttp http = new RawHttp(port())) {
            http.send("GET /tracker.js HTTP/1.1\r\nHost: x\r\nOrigin: https://crumb.example\r\n"
                    + "Accept-Encoding: gzip, br\r\n\r\n");
            RawHttp.Answer answer = http.read();
            assertThat(answer.status()).isEqualTo(200);
            String head = answer.head().toLowerCase(Locale.ROOT);
            assertThat(head).contains("content-encoding: gzip\r\n").doesNotContain("chunked");
            int length = Integer.parseInt(head.split("content-length: ")[1].split("\r")[0]);
            assertThat(length).isBetween(500, 2048);
        }
        given().get("/tracker.js")
                .then()
                .statusCode(200)
                .contentType("text/javascript; charset=utf-8")
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", startsWith("public, max-age=86400"))
                .header("ETag", matchesPattern("\"[0-9a-f]{16}-gzip\""))
                .body(startsWith("/*! Rapport tracker 1 */"));
    }

    @Test
    void who_takes_no_gzip_gets_it_plain() throws Exception {
        try (RawHttp http = new RawHttp(port())) {
            http.send("GET /tracker.js HTTP/1.1\r\nHost: x\r\n\r\n");
            RawHttp.Answer answer = http.read();
            assertThat(answer.head().toLowerCase(Locale.ROOT)).doesNotContain("gzip");
            assertThat(answer.body()).contains("page_view", "page_leave", "sendBeacon");
        }
    }

    @Test
    void who_has_it_is_told_so() {
        String tag = given().get("/tracker.js").getHeader("ETag");
        for (String known : List.of(tag, "\"other\", " + tag, tag.replace("-gzip", ""))) {
            given().header("If-None-Match", known)
                    .get("/tracker.js")
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(tag))
                    .header("Cache-Control", containsString("max-age"));
        }
        given().header("If-None-Match", "\"other\"").get("/tracker.js").then().statusCode(200);
        given().head("/tracker.js").then().statusCode(200).header("ETag", tag);
    }
}
