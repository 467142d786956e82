package io.rapport.gateway.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.gateway.GatewayTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** People as the tests meet them: invited, with a password, signed in. */
abstract class PeopleTest extends GatewayTest {
    static final String COOKIE = "rapport_session";
    static final String PASSWORD = "correct plum bicycle";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Inject
    DataSource database;

    static String newEmail() {
        return "ann" + COUNT.incrementAndGet() + "@crumb.example";
    }

    static RequestSpecification page() {
        return given().header("X-Requested-With", "rapport").contentType(ContentType.JSON);
    }

    static RequestSpecification page(String session) {
        return page().cookie(COOKIE, session);
    }

    static Response invite(RequestSpecification by, Map<String, String> body) {
        return by.contentType(ContentType.JSON).body(body).post("/v1/people");
    }

    /** The token of a new person's invitation. */
    static String invitation(TestBusiness business, String email, String role) {
        return token(invite(with(business.secretKey()), Map.of("email", email, "role", role)));
    }

    static String token(Response invited) {
        String url = invited.then().statusCode(201).extract().path("url");
        assertThat(url).matches("http://localhost:\\d+/#invitation=iv_(o_)?[a-z2-7]{16}_[0-9A-Za-z]{32}");
        return url.substring(url.indexOf('=') + 1);
    }

    static Response accept(String token, String password) {
        return page().body(Map.of("token", token, "password", password)).post("/session/invitation/password");
    }

    /** Somebody of the business who has signed in for the first time. */
    static String session(TestBusiness business, String email, String role) {
        return accept(invitation(business, email, role), PASSWORD)
                .then()
                .statusCode(204)
                .extract()
                .cookie(COOKIE);
    }

    static Response signIn(String email, String password) {
        return page().body(Map.of("email", email, "password", password)).post("/session/password");
    }

    static String organisation(String name) {
        return admin().body(Map.of("name", name))
                .post("/v1/organisations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static TestBusiness businessOf(String organisation, String name) {
        var body = admin().body(Map.of(
                        "name", name, "timeZone", "Europe/Dublin", "currency", "EUR", "organisationId", organisation))
                .post("/v1/businesses")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new TestBusiness(body.getString("id"), body.getString("secretKey"), body.getString("publishableKey"));
    }

    void in(String owner, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('app.business', '" + owner + "', false)");
            statement.execute(sql);
            statement.execute("select set_config('app.business', '', false)");
        }
    }

    String rows(String owner, String table) throws SQLException {
        StringBuilder rows = new StringBuilder();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('app.business', '" + owner + "', false)");
            try (var result = statement.executeQuery("select t::text from " + table + " t")) {
                while (result.next()) {
                    rows.append(result.getString(1)).append('\n');
                }
            }
            statement.execute("select set_config('app.business', '', false)");
        }
        return rows.toString();
    }
}
