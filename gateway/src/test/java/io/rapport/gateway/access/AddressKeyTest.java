package io.rapport.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.rapport.gateway.ServiceDouble.Asked;
import io.rapport.gateway.TestEnvironment;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AddressKeyTest extends GatewayTest {

    @Test
    void a_page_that_can_set_no_header_puts_its_key_into_the_address() {
        TestBusiness business = newBusiness();
        beacon().queryParam("key", business.publishableKey())
                .queryParam("a", "b c")
                .post("/v1/events")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*");
        Asked asked = metrics.last();
        assertThat(asked.uri()).isEqualTo("/v1/events?a=b%20c");
        assertThat(asked.header("Authorization")).startsWith("Bearer eyJ");
        assertThat(asked.header("Content-Type")).isEqualTo("application/json");
        assertThat(asked.body()).isEqualTo("[]");
        assertThat(asked.toString()).doesNotContain(business.publishableKey());
        assertThat(Tokens.claims(asked.header("Authorization"))).contains("\"browser\"");
    }

    @Test
    void a_key_that_is_secret_must_not_stand_there() {
        TestBusiness business = newBusiness();
        for (String key : new String[] {business.secretKey(), TestEnvironment.ADMIN_KEY, "x", ""}) {
            beacon().queryParam("key", key)
                    .post("/v1/events")
                    .then()
                    .statusCode(401)
                    .body("detail", containsString("only a publishable key"));
        }
        beacon().queryParam("key", business.publishableKey(), business.publishableKey())
                .post("/v1/events")
                .then()
                .statusCode(401);
        beacon().queryParam("key", business.publishableKey().replaceFirst(".{4}$", "0000"))
                .post("/v1/events")
                .then()
                .statusCode(401)
                .body("detail", containsString("not known"));
        assertThat(metrics.asked("/v1")).isEmpty();
    }

    @Test
    void it_opens_what_a_page_may_call_and_nothing_else() {
        TestBusiness business = newBusiness();
        given().queryParam("key", business.publishableKey())
                .get("/v1/metrics")
                .then()
                .statusCode(401);
        beacon().queryParam("key", business.publishableKey())
                .post("/v1/identify")
                .then()
                .statusCode(401);
        beacon().queryParam("key", business.publishableKey())
                .post("/v1/surveys/sv_1/responses")
                .then()
                .statusCode(200);
    }

    @Test
    void the_header_goes_before_it_and_a_servers_plain_text_stays_plain_text() {
        TestBusiness business = newBusiness();
        beacon().header("Authorization", "Bearer " + business.secretKey())
                .queryParam("key", business.publishableKey())
                .post("/v1/events")
                .then()
                .statusCode(200);
        assertThat(metrics.last().header("Content-Type")).startsWith("text/plain");
        assertThat(metrics.last().uri()).isEqualTo("/v1/events");
        assertThat(Tokens.claims(metrics.last().header("Authorization"))).contains("\"server\"");
    }

    private static RequestSpecification beacon() {
        return given().header("Origin", "https://crumb.example")
                .contentType("text/plain;charset=UTF-8")
                .body("[]");
    }
}
