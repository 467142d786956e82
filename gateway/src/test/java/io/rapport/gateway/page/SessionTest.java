package io.rapport.gateway.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionTest extends SessionCase {
    @Inject
    DataSource database;

    @Test
    void a_key_opens_a_session_as_well_and_is_not_kept() {
        TestBusiness business = newBusiness();
        Response entered = signIn(business.secretKey());
        assertThat(entered.statusCode()).isEqualTo(204);
        page(entered.cookie(COOKIE)).get("/v1/metrics").then().statusCode(200);
        assertThat(entered.headers().toString()).doesNotContain(business.secretKey());
        signIn(business.publishableKey()).then().statusCode(401);
        signIn(business.secretKey() + "x").then().statusCode(401).body("type", endsWith("/unauthorized"));
    }

    @Test
    void a_session_looks_and_changes_nothing() {
        TestBusiness business = newBusiness();
        String session = session(business);
        for (String path :
                new String[] {"/v1/metrics", "/v1/feedback", "/v1/engagement", "/v1/businesses/" + business.id()}) {
            page(session).get(path).then().statusCode(200);
        }
        page(session)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/metrics/query")
                .then()
                .statusCode(200);
        for (String path :
                new String[] {"/v1/feedback", "/v1/events", "/v1/sessions", "/v1/keys", "/v1/metrics/other"}) {
            page(session)
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post(path)
                    .then()
                    .statusCode(403);
        }
        page(session).get("/v1/keys").then().statusCode(403);
        page(session).delete("/v1/feedback/google/r-1").then().statusCode(403);
    }

    @Test
    void an_owners_session_does_what_the_dashboard_has_forms_for_and_no_more() {
        TestBusiness business = newBusiness();
        String session = signIn(business.secretKey()).cookie(COOKIE);
        page(session)
                .get("/session")
                .then()
                .body("scopes", hasItems("feedback:write", "surveys:write", "connections:write"))
                .body("scopes", not(hasItem("keys:write")));
        page(session(business)).get("/session").then().body("scopes", not(hasItem("feedback:write")));
        page(session).get("/v1/customers/c1").then().statusCode(200);
        page(session(business)).get("/v1/customers/c1").then().statusCode(403);
        page(session(business)).get("/v1/segments").then().statusCode(200);
        for (String path : new String[] {
            "/v1/feedback/google/r-1/reply",
            "/v1/reply-templates",
            "/v1/surveys",
            "/v1/connections",
            "/v1/connections/x/rotate"
        }) {
            page(session)
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post(path)
                    .then()
                    .statusCode(200);
            given().cookie(COOKIE, session)
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post(path)
                    .then()
                    .statusCode(401);
        }
        for (String path : new String[] {
            "/v1/events", "/v1/keys", "/v1/feedbacks", "/v1/surveys/sv_1/responses", "/v1/spend", "/v1/segments"
        }) {
            page(session)
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post(path)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void a_service_never_sees_the_cookie() {
        TestBusiness business = newBusiness();
        String session = session(business);
        page(session).get("/v1/metrics").then().statusCode(200);
        assertThat(metrics.last().headers().toString()).doesNotContain(session).contains("Bearer eyJ");
    }

    @Test
    void another_businesss_data_stays_unknown() {
        TestBusiness other = newBusiness();
        page(session(newBusiness())).get("/v1/businesses/" + other.id()).then().statusCode(404);
    }

    @Test
    void a_foreign_page_gets_nothing_with_it() {
        String session = session(newBusiness());
        for (String site : new String[] {"cross-site", "same-site"}) {
            page(session)
                    .header("Sec-Fetch-Site", site)
                    .get("/v1/metrics")
                    .then()
                    .statusCode(401);
            page(session).header("Sec-Fetch-Site", site).get("/session").then().statusCode(401);
            page(session)
                    .header("Sec-Fetch-Site", site)
                    .delete("/session")
                    .then()
                    .statusCode(403);
        }
        given().cookie(COOKIE, session)
                .body("{}")
                .contentType(ContentType.JSON)
                .post("/v1/metrics/query")
                .then()
                .statusCode(401);
        given().cookie(COOKIE, session).delete("/session").then().statusCode(403);
        given().contentType(ContentType.JSON)
                .body("{\"key\":\"x\"}")
                .post("/session")
                .then()
                .statusCode(403);
        page(session)
                .header("Sec-Fetch-Site", "same-origin")
                .get("/v1/metrics")
                .then()
                .statusCode(200);
    }

    @Test
    void a_wrong_key_is_not_mended_by_a_session() {
        page(session(newBusiness()))
                .header("Authorization", "Bearer nonsense")
                .get("/v1/metrics")
                .then()
                .statusCode(401);
    }

    @Test
    void it_ends_when_one_signs_out() {
        String session = session(newBusiness());
        Response left = page(session).delete("/session");
        assertThat(left.statusCode()).isEqualTo(204);
        assertThat(left.header("Set-Cookie")).contains("Max-Age=0");
        page(session).get("/v1/metrics").then().statusCode(401);
        page(session).get("/session").then().statusCode(401);
    }

    @Test
    void it_ends_with_the_key_that_opened_it_and_has_no_scope_that_the_key_lacks() {
        TestBusiness business = newBusiness();
        String key = key(business, "business:read", "feedback:read");
        String session = open(link(key)).cookie(COOKIE);
        page(session).get("/v1/feedback").then().statusCode(200);
        page(session).get("/v1/metrics").then().statusCode(403);
        String id = with(business.secretKey())
                .get("/v1/keys")
                .path("items.find { it.hint == '" + key.substring(0, 24) + "…' }.id");
        with(business.secretKey()).delete("/v1/keys/" + id).then().statusCode(204);
        page(session).get("/v1/feedback").then().statusCode(401);
    }

    @Test
    void it_ends_when_nobody_uses_it_and_use_prolongs_it() throws Exception {
        TestBusiness business = newBusiness();
        String session = session(business);
        age(business, "created_at = created_at - interval '6 days 20 hours', expires_at = now() + interval '1 minute'");
        page(session).get("/session").then().statusCode(200);
        String until = page(session).get("/session").path("expiresAt");
        assertThat(Instant.parse(until))
                .isBetween(Instant.now().plusSeconds(3 * 3600), Instant.now().plusSeconds(5 * 3600));
        age(business, "expires_at = now() - interval '1 second'");
        page(session).get("/v1/metrics").then().statusCode(401);
        page(session).get("/session").then().statusCode(401);
    }

    @Test
    void the_page_allows_no_scripts_but_its_own() {
        given().accept("text/html")
                .get("/")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .header("Content-Security-Policy", not(containsString("unsafe-inline")))
                .header("Cache-Control", equalTo("no-cache"));
    }

    @Test
    void a_page_that_the_browser_has_keeps_its_policy() {
        given().get("/test/unchanged").then().statusCode(304).header("Content-Security-Policy", nullValue());
    }

    private void age(TestBusiness business, String change) throws SQLException {
        in(business, "update browser_pass set " + change + " where business_id = '" + business.id() + "'");
    }

    private void in(TestBusiness business, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('app.business', '" + business.id() + "', false)");
            statement.execute(sql);
            statement.execute("select set_config('app.business', '', false)");
        }
    }
}
