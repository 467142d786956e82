package io.rapport.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.rapport.gateway.ServiceDouble.Asked;
import io.rapport.gateway.ServiceDouble.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FormsTest extends GatewayTest {
    private static final String PROBLEM = "application/problem+json";
    private static final String FORM = "/forms/sv_abcdefghijklmnop";

    @Test
    void a_form_asks_for_no_key_and_is_under_a_policy_without_scripts() {
        feedback.replies(request -> new Reply(200, Map.of("Content-Type", "text/html;charset=utf-8"), "<p>Asked</p>"));
        given().header("Cookie", "rapport_session=x")
                .get(FORM + "?score=9")
                .then()
                .statusCode(200)
                .body(containsString("Asked"))
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'none'"),
                                containsString("form-action 'self'"),
                                not(containsString("script-src"))));
        given().contentType("application/x-www-form-urlencoded")
                .body("s=1")
                .post(FORM)
                .then()
                .statusCode(200);
        given().get(FORM + "/style.css").then().statusCode(200);
        given().head(FORM).then().statusCode(200);
        Asked asked = feedback.asked("/forms").getFirst();
        assertThat(asked.uri()).isEqualTo(FORM + "?score=9");
        assertThat(asked.header("Cookie")).isNull();
        assertThat(Tokens.claims(asked.header("Authorization")))
                .contains("\"groups\":[\"forms:answer\"]", "\"businesses\":[]");
    }

    @Test
    void what_goes_wrong_with_a_form_is_a_page_for_who_reads_pages() {
        String problem = "{\"type\": \"about:blank\", \"status\": %d, \"detail\": \"<b>not for customers</b>\"}";
        for (int status : new int[] {400, 404, 413, 429, 500, 503}) {
            feedback.replies(request -> new Reply(
                    status,
                    Map.of("Content-Type", "application/problem+json", "Retry-After", "7"),
                    problem.formatted(status)));
            given().header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                    .header("Accept-Language", "sw, de-AT;q=0.9, en;q=0.8")
                    .contentType("application/x-www-form-urlencoded")
                    .body("s=1")
                    .post(FORM)
                    .then()
                    .statusCode(status)
                    .contentType("text/html")
                    .header("Retry-After", "7")
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .body("html.@lang", equalTo("de"), "html.head.title.text()", not(emptyString()))
                    .body("html.body.main.h1.size()", equalTo(1), "html.body.main.p.a.@href", equalTo(FORM))
                    .body(not(containsString("not for customers")));
            given().accept("application/json")
                    .get(FORM)
                    .then()
                    .statusCode(status)
                    .contentType(PROBLEM);
            given().get(FORM + "/style.css").then().contentType(PROBLEM);
        }
        feedback.replies(request -> new Reply(410, Map.of("Content-Type", "text/html"), "<p>Ended</p>"));
        given().get(FORM).then().statusCode(410).body(containsString("Ended"));
    }

    @Test
    void no_other_way_and_no_other_path_is_open() {
        given().delete(FORM).then().statusCode(404);
        given().put(FORM).then().statusCode(404);
        given().get(FORM + "/../../v1/surveys").then().statusCode(401);
        given().get("/forms").then().statusCode(404);
        given().get(FORM + "/more").then().statusCode(404);
        assertThat(feedback.asked("/forms")).isEmpty();
    }

    @Test
    void a_page_may_look_for_surveys_with_its_key() {
        TestBusiness business = newBusiness();
        for (String path :
                new String[] {"/v1/surveys/offers", "/v1/surveys/sv_1/shown", "/v1/surveys/sv_1/responses"}) {
            given().contentType("text/plain")
                    .body("{}")
                    .post(path + "?key=" + business.publishableKey())
                    .then()
                    .statusCode(200);
            assertThat(feedback.last().uri()).isEqualTo(path);
            assertThat(feedback.last().header("Content-Type")).startsWith("application/json");
        }
        with(business.publishableKey()).post("/v1/surveys/sv_1/links").then().statusCode(403);
    }
}
