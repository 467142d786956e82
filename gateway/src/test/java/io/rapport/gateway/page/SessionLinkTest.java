package io.rapport.gateway.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The links by which a backend opens the dashboard for somebody. */
@QuarkusTest
class SessionLinkTest extends SessionCase {
    @Inject
    DataSource database;

    @Test
    void a_link_opens_the_dashboard_once() {
        TestBusiness business = newBusiness();
        String token = link(business.secretKey());
        Response opened = open(token);
        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(opened.header("Location")).isEqualTo("/");
        assertThat(opened.header("Cache-Control")).isEqualTo("no-store");
        assertThat(opened.header("Set-Cookie")).contains("HTTPOnly", "SameSite=Strict", "Path=/", "Max-Age=43200");
        page(opened.cookie(COOKIE)).get("/session").then().statusCode(200).body("business", equalTo(business.id()));
        Response again = open(token);
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(again.header("Location")).isEqualTo("/?link=expired");
        assertThat(again.cookies()).isEmpty();
    }

    @Test
    void looking_ahead_does_not_use_up_a_link() {
        String token = link(newBusiness().secretKey());
        given().head("/session?token=" + token).then().statusCode(204);
        assertThat(open(token).cookie(COOKIE)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "ln_aaaaaaaaaaaaaaaa_0123456789abcdefghijABCDEFGHIJ01", "%00"})
    void an_unknown_link_opens_nothing(String token) {
        Response response = open(token);
        assertThat(response.statusCode()).isIn(303, 400, 401);
        assertThat(response.cookies()).isEmpty();
    }

    @Test
    void a_session_is_no_link_and_a_link_no_session() {
        String token = link(newBusiness().secretKey());
        page(token).get("/v1/metrics").then().statusCode(401);
        String session = open(token).cookie(COOKIE);
        assertThat(open(session).header("Location")).endsWith("expired");
    }

    @Test
    void links_and_sessions_are_stored_as_hashes() throws Exception {
        TestBusiness business = newBusiness();
        String token = link(business.secretKey());
        assertThat(rows(business)).doesNotContain(token, token.substring(20));
    }

    @Test
    void a_publishable_key_and_administration_make_no_links() {
        TestBusiness business = newBusiness();
        with(business.publishableKey()).post("/v1/sessions").then().statusCode(403);
        admin().post("/v1/sessions").then().statusCode(403);
    }

    private String rows(TestBusiness business) throws SQLException {
        StringBuilder rows = new StringBuilder();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('app.business', '" + business.id() + "', false)");
            try (var result = statement.executeQuery("select browser_pass::text from browser_pass")) {
                while (result.next()) {
                    rows.append(result.getString(1));
                }
            }
            statement.execute("select set_config('app.business', '', false)");
        }
        assertThat(rows).isNotEmpty();
        return rows.toString();
    }
}
