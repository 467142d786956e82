package io.rapport.gateway.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MissingPageTest extends GatewayTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String PROBLEM = "application/problem+json";

    @ParameterizedTest
    @ValueSource(strings = {"/inbox", "/customers/c1", "/q/nothing", "/surveys?a=<script>"})
    void a_person_who_mistypes_an_address_sees_a_page_that_leads_back(String path) {
        given().header("Accept", BROWSER)
                .get(path)
                .then()
                .statusCode(404)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .body("html.body.main.h1", equalTo("There is no such page"))
                .body("html.body.main.p[1].a.@href", equalTo("/"));
    }

    @Test
    void a_program_gets_a_problem() {
        given().get("/inbox").then().statusCode(404).contentType(PROBLEM);
        given().accept("application/json").get("/inbox").then().statusCode(404).contentType(PROBLEM);
        given().header("Accept", BROWSER).post("/inbox").then().statusCode(404).contentType(PROBLEM);
        given().header("Accept", BROWSER)
                .get("/v1/nothing")
                .then()
                .statusCode(401)
                .contentType(PROBLEM);
        given().header("Accept", BROWSER)
                .get("/internal/v1/facts")
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
    }
}
