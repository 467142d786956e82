package io.rapport.gateway.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CorsTest extends GatewayTest {
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    @Test
    void a_browser_may_ask_without_a_key() {
        for (String path : new String[] {"/v1/events", "/v1/surveys/sv_1/responses"}) {
            preflight("POST")
                    .options(path)
                    .then()
                    .statusCode(204)
                    .header(ALLOWED, "*")
                    .header("Access-Control-Allow-Methods", "POST")
                    .header("Access-Control-Allow-Headers", containsString("Authorization"))
                    .header("Access-Control-Allow-Credentials", equalTo(null));
        }
    }

    @Test
    void a_page_gets_no_further_than_a_publishable_key() {
        for (String path : new String[] {"/v1/identify", "/v1/feedback", "/v1/keys", "/v1/nothing"}) {
            preflight("POST").options(path).then().statusCode(401).header(ALLOWED, equalTo(null));
        }
        preflight("GET").options("/v1/events").then().statusCode(401).header(ALLOWED, equalTo(null));
        preflight("DELETE").options("/v1/surveys/sv_1/responses").then().statusCode(401);
    }

    @Test
    void a_page_can_read_the_answer_also_when_it_is_a_failure() {
        TestBusiness business = newBusiness();
        RequestSpecification page =
                with(business.publishableKey()).contentType(ContentType.JSON).header("Origin", "https://crumb.example");
        page.body("{}").post("/v1/events").then().statusCode(200).header(ALLOWED, "*");
        given().header("Origin", "https://crumb.example")
                .post("/v1/events")
                .then()
                .statusCode(401)
                .header(ALLOWED, "*");
        metrics.close();
        page.body("{}").post("/v1/events").then().statusCode(503).header(ALLOWED, "*");
        page.body("x".repeat(1_100_000))
                .post("/v1/events")
                .then()
                .statusCode(413)
                .header(ALLOWED, "*");
    }

    @Test
    void other_answers_are_not_for_pages_of_other_origins() {
        TestBusiness business = newBusiness();
        with(business.secretKey())
                .header("Origin", "https://evil.example")
                .get("/v1/metrics")
                .then()
                .statusCode(200)
                .header(ALLOWED, equalTo(null));
    }

    private static RequestSpecification preflight(String method) {
        return given().header("Origin", "https://crumb.example").header("Access-Control-Request-Method", method);
    }
}
