package io.rapport.feedback.business;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.ServiceTest;
import io.rapport.frame.test.TestTokens;
import io.rapport.frame.token.Scopes;
import io.restassured.response.ValidatableResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SettingsTest extends ServiceTest {

    @Test
    void aNewerVersionIsTakenAndAnOlderOneIgnored() {
        accepts(review("a", "x").replace("2026-03-01T10:00:00Z", "2026-02-28T23:30:00Z"));
        seenOnTheFirstOfMarch(0);
        put(business, settings(3, "Europe/Berlin")).statusCode(204);
        seenOnTheFirstOfMarch(1);
        put(business, settings(2, "Europe/Dublin")).statusCode(204);
        put(business, settings(3, "Europe/Dublin")).statusCode(204);
        seenOnTheFirstOfMarch(1);
        put(business, settings(4, "Europe/Dublin")).statusCode(204);
        seenOnTheFirstOfMarch(0);
    }

    @Test
    void settingsThatBreakARuleAreRefused() {
        put(business, settings(5, "Moon/Sea")).statusCode(400).body("errors.field", hasItem("timeZone"));
        put(business, "{}").statusCode(400).body("errors.field", hasItem("version"));
        put(business, "null").statusCode(400);
        put("b_x", settings(5, "Europe/Dublin")).statusCode(404);
    }

    @Test
    void onlyTheGatewaySetsThem() {
        call().body(settings(9, "UTC"))
                .put("/internal/v1/businesses/" + business + "/settings")
                .then()
                .statusCode(403);
        String ofAnother = TestTokens.bearer("gateway", Set.of(randomBusiness()), "server", Scopes.INTERNAL_SETTINGS);
        given().header("Authorization", ofAnother)
                .contentType("application/json")
                .body(settings(9, "UTC"))
                .put("/internal/v1/businesses/" + business + "/settings")
                .then()
                .statusCode(403);
    }

    private void seenOnTheFirstOfMarch(int count) {
        call().get("/v1/feedback?from=2026-03-01").then().body("items", hasSize(count));
    }

    private static String settings(int version, String zone) {
        return "{\"version\": " + version + ", \"name\": \"Crumb\", \"timeZone\": \"" + zone
                + "\", \"currency\": \"EUR\", \"weekStart\": \"monday\", \"margin\": null, \"inactivityDays\": 90,"
                + " \"goals\": [], \"privacy\": {}, \"rates\": []}";
    }

    private static ValidatableResponse put(String business, String body) {
        return given().header("Authorization", gateway())
                .contentType("application/json")
                .body(body)
                .put("/internal/v1/businesses/" + business + "/settings")
                .then();
    }
}
