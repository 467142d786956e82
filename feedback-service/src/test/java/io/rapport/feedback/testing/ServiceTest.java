package io.rapport.feedback.testing;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.rapport.frame.test.PostgresResource;
import io.rapport.frame.test.TestTokens;
import io.rapport.frame.token.Scopes;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.security.SecureRandom;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** The running service with a business of its own for each test. */
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = "database", value = "rapport_feedback"))
@QuarkusTestResource(FeedbackTestResource.class)
public abstract class ServiceTest {
    protected static final String[] ALL = Scopes.SECRET.toArray(String[]::new);

    protected String business;

    @BeforeEach
    void newBusiness() {
        business = known(randomBusiness());
    }

    protected static String randomBusiness() {
        StringBuilder id = new StringBuilder("b_");
        new SecureRandom().ints(16, 0, 32).forEach(i -> id.append("abcdefghijklmnopqrstuvwxyz234567".charAt(i)));
        return id.toString();
    }

    /** Makes the business known to the service, as the gateway does. */
    protected static String known(String business) {
        settings(business, 1, "[]");
        return business;
    }

    /** Sends the settings as the gateway does, with what the business wants to hear about. */
    protected static void settings(String business, int version, String aspects) {
        given().header("Authorization", gateway())
                .contentType(ContentType.JSON)
                .body("{\"version\": " + version + ", \"name\": \"Crumb\", \"timeZone\": \"Europe/Dublin\","
                        + " \"currency\": \"EUR\", \"aspects\": " + aspects + "}")
                .put("/internal/v1/businesses/" + business + "/settings")
                .then()
                .statusCode(204);
    }

    protected static String gateway() {
        return TestTokens.bearer("gateway", Set.of(), "server", Scopes.INTERNAL_SETTINGS);
    }

    protected RequestSpecification call() {
        return as(business);
    }

    protected static RequestSpecification as(String business) {
        return given().header("Authorization", TestTokens.server(business, ALL))
                .urlEncodingEnabled(false)
                .contentType(ContentType.JSON);
    }

    protected ValidatableResponse post(String body) {
        return call().body(body).post("/v1/feedback").then();
    }

    protected void accepts(String body) {
        post(body).statusCode(202);
    }

    protected ValidatableResponse feedback(String source, String id) {
        return call().get("/v1/feedback/" + source + "/" + id).then();
    }

    /** A review as JSON; further members begin with a comma. */
    protected static String review(String id, String text, String... further) {
        return "{\"id\": \"" + id + "\", \"source\": \"site\", \"kind\": \"review\", \"text\": \"" + text
                + "\", \"occurredAt\": \"2026-03-01T10:00:00Z\"" + String.join("", further) + "}";
    }
}
