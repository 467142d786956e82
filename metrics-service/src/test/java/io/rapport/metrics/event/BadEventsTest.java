package io.rapport.metrics.event;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.rapport.frame.token.Scopes;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MetricsTest
class BadEventsTest {
    private Client crumb;

    @BeforeEach
    void newBusiness() {
        crumb = Client.newBusiness();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "occurredAt      | \"0001-01-01T00:00:00Z\"",
                "occurredAt      | \"1969-12-31T23:59:59Z\"",
                "occurredAt      | \"9999-12-31T00:00:00Z\"",
                "occurredAt      | \"yesterday\"",
                "occurredAt      | 17",
                "occurredAt      | null",
                "type            | \"Page View\"",
                "type            | 5",
                "source          | \"\"",
                "visitorId       | \"a\\u0000b\"",
                "visitorId       | \"\\ud800\"",
                "customerId      | {}",
                "page            | \"menu\"",
                "page.url        | {\"url\": 3}",
                "page.unknown    | {\"unknown\": 1}",
                "context.country | {\"country\": \"ie\"}",
                "value.amount    | {\"amount\": \"NaN\", \"currency\": \"EUR\"}",
                "value.amount    | {\"amount\": \"1.005\", \"currency\": \"EUR\"}",
                "value.amount    | {\"amount\": 1e300, \"currency\": \"EUR\"}",
                "value.currency  | {\"amount\": \"1\", \"currency\": \"EURO\"}",
                "value.currency  | {\"amount\": \"1\", \"currency\": \"XXQ\"}",
                "properties      | [1]",
                "properties      | {\"a\\u0000\": 1}",
                "colour          | \"red\""
            })
    void aBadMemberIsNamedAndNothingIsStored(String field, String value) {
        String member = field.split("\\.")[0];
        String good = crumb.pageView("good", "v", "2026-03-01T09:00:00Z", "https://crumb.example/");
        String bad = "{\"id\": \"x\", \"source\": \"web\", \"type\": \"page_view\","
                + " \"occurredAt\": \"2026-03-01T09:00:00Z\"}";
        String replaced =
                bad.replaceAll("\"" + member + "\": \"[^\"]*\",? ?", "").replaceAll(",\\s*}$", "}");
        String broken = replaced.substring(0, replaced.length() - 1) + ", \"" + member + "\": " + value + "}";
        crumb.events("[" + good + "," + broken + "]")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field), "errors.index", hasItem(1));
        crumb.metric("page_views?from=2026-03-01&to=2026-03-02").body("total.value", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"null", "3", "\"x\"", "[]", "[3]", "{", "{} {}", "{\"id\": 1, \"id\": 2}", "''"})
    void whatIsNoEventIsRefused(String body) {
        crumb.events(body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void brokenJsonIsSaidToBeSoAndWhere() {
        crumb.events("{\"id\": \"a\",").body("detail", containsString("not valid JSON (line 1"));
        crumb.events("{\"id\": 1, \"id\": 2}").body("detail", containsString("stands in it twice"));
    }

    @Test
    void onlyJsonIsAnsweredAndOnlyPlainBodiesAreTaken() {
        String view = crumb.pageView("1", "v", "2026-03-01T09:00:00Z", "https://crumb.example/");
        crumb.with(Scopes.EVENTS_WRITE)
                .accept("text/html")
                .body(view)
                .post("/v1/events")
                .then()
                .statusCode(406);
        crumb.with(Scopes.EVENTS_WRITE)
                .header("Content-Encoding", "gzip")
                .body(view)
                .post("/v1/events")
                .then()
                .statusCode(415)
                .body("detail", containsString("Compressed"));
        crumb.metric("page_views?from=2026-03-01&to=2026-03-02&by=channel").body("total.value", equalTo(0));
    }

    @Test
    void deepNestingTooManyMembersAndTooManyElements() {
        crumb.events("[".repeat(10_000) + "]".repeat(10_000)).statusCode(400);
        StringBuilder properties = new StringBuilder("{\"p0\": 0");
        for (int i = 1; i < 1_000; i++) {
            properties.append(", \"p").append(i).append("\": ").append(i);
        }
        crumb.events(
                        "{\"id\": \"x\", \"source\": \"web\", \"type\": \"page_view\", \"occurredAt\": \"2026-03-01T09:00:00Z\","
                                + " \"properties\": " + properties + "}}")
                .statusCode(400)
                .body("errors[0].field", equalTo("properties"));
        crumb.events("[" + "{},".repeat(1_000) + "{}]").statusCode(400).body("detail", containsString("1 to 1000"));
        crumb.events("[{},{}]").statusCode(400).body("errors", hasSize(8));
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        String large = "{\"id\": \"" + "x".repeat(10_000_000) + "\"}";
        crumb.events(large).statusCode(413).body("type", containsString("payload-too-large"));
    }

    @Test
    void otherMediaTypesAndMethodsAreRefused() {
        crumb.with(Scopes.EVENTS_WRITE)
                .contentType("text/plain")
                .body("x")
                .post("/v1/events")
                .then()
                .statusCode(415);
        crumb.with(Scopes.EVENTS_WRITE).put("/v1/events").then().statusCode(405).body("status", equalTo(405));
        crumb.with(Scopes.EVENTS_WRITE)
                .get("/v1/nothing")
                .then()
                .statusCode(404)
                .body("status", equalTo(404));
    }

    @Test
    void withoutTokenOrScopeNothingIsDone() {
        RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .post("/v1/events")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", containsString("unauthorized"));
        RestAssured.given()
                .header("Authorization", "Bearer x.y.z")
                .contentType("application/json")
                .body("{}")
                .post("/v1/events")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        crumb.with(Scopes.METRICS_READ)
                .body("{}")
                .post("/v1/events")
                .then()
                .statusCode(403)
                .body("type", containsString("forbidden"));
    }

    @Test
    void aPageCannotWriteOrders() {
        String order =
                "{\"id\": \"x\", \"source\": \"web\", \"type\": \"purchase\", \"occurredAt\": \"2026-03-01T09:00:00Z\"}";
        crumb.browserEvents(order).statusCode(403);
        crumb.events(order).statusCode(202);
    }

    @Test
    void aBrowsersOwnRequestSaysWhatTheEventDoesNot() {
        String view = crumb.pageView("1", "v", "2026-03-01T09:00:00Z", "https://crumb.example/");
        RestAssured.given()
                .header(
                        "Authorization",
                        io.rapport.frame.test.TestTokens.browser(crumb.business(), Scopes.EVENTS_WRITE))
                .header("User-Agent", "Googlebot/2.1")
                .contentType("application/json")
                .body(view)
                .post("/v1/events")
                .then()
                .statusCode(202);
        crumb.metric("page_views?from=2026-03-01&to=2026-03-02").body("total.value", equalTo(0));
    }
}
