package io.rapport.gateway.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.gateway.GatewayTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Ways into a session and about in it. */
abstract class SessionCase extends GatewayTest {
    static final String COOKIE = "rapport_session";

    String session(TestBusiness business) {
        return open(link(business.secretKey())).cookie(COOKIE);
    }

    static String link(String key) {
        String url =
                with(key).post("/v1/sessions").then().statusCode(201).extract().path("url");
        assertThat(url).matches("http://localhost:\\d+/session\\?token=ln_[a-z2-7]{16}_[0-9A-Za-z]{32}");
        return url.substring(url.indexOf('=') + 1);
    }

    static Response open(String token) {
        return given().redirects().follow(false).get("/session?token=" + token);
    }

    static Response signIn(String key) {
        return given().header("X-Requested-With", "rapport")
                .contentType(ContentType.JSON)
                .body("{\"key\": \"" + key + "\"}")
                .post("/session");
    }

    static RequestSpecification page(String session) {
        return given().cookie(COOKIE, session).header("X-Requested-With", "rapport");
    }
}
