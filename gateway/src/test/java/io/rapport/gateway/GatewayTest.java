package io.rapport.gateway;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The gateway with stand-ins for the services, which each test may stop or teach. */
public abstract class GatewayTest {
    @Inject
    Config config;

    protected ServiceDouble metrics;
    protected ServiceDouble feedback;
    protected ServiceDouble sentiment;

    @BeforeEach
    void startServices() {
        metrics = new ServiceDouble(url("metrics"));
        feedback = new ServiceDouble(url("feedback"));
        sentiment = new ServiceDouble(url("sentiment"));
    }

    @AfterEach
    void stopServices() {
        metrics.close();
        feedback.close();
        sentiment.close();
    }

    protected int port() {
        return RestAssured.port;
    }

    protected static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    protected static RequestSpecification admin() {
        return with(TestEnvironment.ADMIN_KEY).contentType(ContentType.JSON);
    }

    protected TestBusiness newBusiness() {
        var body = admin().body("""
                        {"name": "Crumb", "timeZone": "Europe/Dublin", "currency": "EUR"}
                        """)
                .post("/v1/businesses")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new TestBusiness(body.getString("id"), body.getString("secretKey"), body.getString("publishableKey"));
    }

    /** A secret key with these scopes only. */
    protected String key(TestBusiness business, String... scopes) {
        return with(business.secretKey())
                .contentType(ContentType.JSON)
                .body(Map.of("scopes", scopes))
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private URI url(String service) {
        return config.getValue("rapport.services." + service + ".url", URI.class);
    }

    /** A business with its first keys. */
    public record TestBusiness(String id, String secretKey, String publishableKey) {}
}
