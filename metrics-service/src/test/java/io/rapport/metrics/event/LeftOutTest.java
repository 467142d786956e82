package io.rapport.metrics.event;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.rapport.frame.test.TestTokens;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no customer did is kept, marked, and shown by its reason; no other figure counts it. */
@MetricsTest
class LeftOutTest {
    private static final String DAY = "?from=2026-03-01&to=2026-03-02";

    private Client crumb;

    @BeforeEach
    void aBusinessWithNetworksOfItsOwn() {
        crumb = Client.newBusiness();
        crumb.with(Scopes.INTERNAL_SETTINGS)
                .body(Map.of(
                        "version", 2,
                        "name", "Crumb",
                        "timeZone", "Europe/Dublin",
                        "currency", "EUR",
                        "privacy", Map.of("internalNetworks", List.of("192.0.2.0/24", "2001:db8::7"))))
                .put("/internal/v1/businesses/{id}/settings", crumb.business())
                .then()
                .statusCode(204);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "bot      | \"context\": {\"userAgent\": \"Googlebot/2.1\"}",
                "bot      | \"context\": {\"userAgent\": \"Googlebot/2.1\"}, \"properties\": {\"internal\": true}",
                "prefetch | \"context\": {\"purpose\": \"prefetch;prerender\"}",
                "prefetch | \"properties\": {\"prefetch\": true}",
                "internal | \"context\": {\"ip\": \"192.0.2.77\"}",
                "internal | \"context\": {\"ip\": \"2001:db8:0::7\"}",
                "internal | \"properties\": {\"internal\": true}",
            })
    void itIsMarkedAndLeftOut(String reason, String members) {
        crumb.events(event("1", "page_view", members)).statusCode(202).body("accepted", equalTo(1));
        crumb.metric("page_views" + DAY).body("total.value", equalTo(0));
        crumb.metric("visits" + DAY).body("total.value", equalTo(0));
        crumb.metric("left_out_events" + DAY + "&by=reason")
                .body("total.value", equalTo(1), "breakdown.key", equalTo(List.of(reason)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"context\": {\"ip\": \"192.0.3.1\", \"purpose\": \"\"}",
                "\"context\": {\"ip\": \"127.0.0.1\"}",
                "\"context\": {\"ip\": \"somewhere\"}",
                "\"properties\": {\"internal\": false, \"prefetch\": \"true\", \"machine\": true}",
                "\"properties\": {\"internal\": \"yes\"}",
            })
    void whatACustomerDidIsCounted(String members) {
        crumb.events(event("1", "page_view", members)).statusCode(202);
        crumb.metric("page_views" + DAY).body("total.value", equalTo(1));
        crumb.metric("left_out_events" + DAY).body("total.value", equalTo(0));
    }

    @Test
    void aMailThatAMachineOpenedIsAMachines() {
        String machine = "\"properties\": {\"messageId\": \"m\", \"machine\": true}";
        crumb.events("[" + event("1", "email_opened", machine) + "," + event("2", "email_clicked", machine) + ","
                + event("3", "email_delivered", machine) + "]");
        crumb.metric("left_out_events" + DAY + "&by=type")
                .body("breakdown.key", containsInAnyOrder("email_opened", "email_clicked"));
    }

    @Test
    void aBrowsersOwnAddressTellsWhereNoneIsStated() {
        RestAssured.given()
                .header("Authorization", TestTokens.browser(crumb.business(), Scopes.EVENTS_WRITE))
                .header("X-Forwarded-For", "192.0.2.9")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:125.0) Gecko/20100101 Firefox/125.0")
                .contentType("application/json")
                .body(event("1", "page_view", "\"page\": {}"))
                .post("/v1/events")
                .then()
                .statusCode(202);
        crumb.metric("left_out_events" + DAY + "&by=reason").body("breakdown.key", equalTo(List.of("internal")));
    }

    @Test
    void aServersOwnAddressTellsNothing() {
        crumb.with(Scopes.EVENTS_WRITE)
                .header("X-Forwarded-For", "192.0.2.9")
                .body(event("1", "page_view", "\"page\": {}"))
                .post("/v1/events")
                .then()
                .statusCode(202);
        crumb.metric("left_out_events" + DAY).body("total.value", equalTo(0));
    }

    @Test
    void theEventsBehindTheFigureCanBeSeenWithoutAnAddress() {
        crumb.events(event("1", "page_view", "\"context\": {\"ip\": \"192.0.2.77\"}"));
        crumb.with(Scopes.METRICS_READ)
                .get("/v1/metrics/left_out_events/evidence" + DAY)
                .then()
                .statusCode(200)
                .body("items", hasItem(hasEntry("reason", "internal")))
                .body(not(containsString("192.0.2")));
    }

    private static String event(String id, String type, String members) {
        return """
                {"id": "%s", "source": "web", "type": "%s", "occurredAt": "2026-03-01T09:30:00Z", "visitorId": "v", %s}""".formatted(id, type, members);
    }
}
