package io.rapport.metrics.spend;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.rapport.frame.test.TestTokens;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MetricsTest
class SpendTest {
    private Client crumb;

    @BeforeEach
    void newBusiness() {
        crumb = Client.newBusiness();
    }

    @Test
    void theLatestStatementHoldsAndTheSameOneIsNotNews() {
        record(spend("ads", "2026-03-01", "2026-04-01", "250.00")).body("accepted", equalTo(1));
        record(spend("ads", "2026-03-01", "2026-04-01", "250")).body("accepted", equalTo(0), "duplicates", equalTo(1));
        record("["
                        + String.join(
                                ",",
                                spend("ads", "2026-03-01", "2026-04-01", "199.99"),
                                spend("salaries", "2026-03-01", "2026-04-01", "1000"))
                        + "]")
                .body("accepted", equalTo(2));
        list("").body("items.kind", contains("salaries", "ads"))
                .body("items.amount.amount", contains("1000.00", "199.99"))
                .body("items[1].channel", equalTo("search"), "items[1].campaign", nullValue())
                .body("next", nullValue());
    }

    @Test
    void ofTwoInOneBodyTheLaterOneHolds() {
        record(spend("ads", "2026-03-01", "2026-04-01", "1"));
        record("[" + spend("ads", "2026-03-01", "2026-04-01", "2") + "," + spend("ads", "2026-03-01", "2026-04-01", "1")
                        + "]")
                .statusCode(202);
        list("").body("items.amount.amount", contains("1.00"));
    }

    @Test
    void itIsListedByPeriodKindAndChannelPageByPage() {
        record(spend("ads", "2026-01-01", "2026-02-01", "1"));
        record(spend("ads", "2026-02-01", "2026-03-01", "2"));
        record(spend("software", "2026-03-01", "2026-04-01", "3"));
        list("?from=2026-02-01&to=2026-03-01").body("items.amount.amount", contains("2.00"));
        list("?kind=software").body("items.amount.amount", contains("3.00"));
        list("?channel=nothing").body("items", empty());
        String next = list("?limit=2")
                .body("items.amount.amount", contains("3.00", "2.00"))
                .extract()
                .path("next");
        list("?limit=2&cursor=" + next)
                .body("items.amount.amount", contains("1.00"))
                .body("next", nullValue());
        list("?cursor=x").statusCode(400).body("errors[0].field", equalTo("cursor"));
        list("?kind=love").statusCode(400).body("errors[0].field", equalTo("kind"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "kind            | \"kind\": \"ads\"                 | \"kind\": \"gifts\"",
                "kind            | \"kind\": \"ads\",                | ",
                "from            | \"from\": \"2026-03-01\"          | \"from\": \"0001-01-01\"",
                "to              | \"to\": \"2026-04-01\"            | \"to\": \"2026-03-01\"",
                "to              | \"to\": \"2026-04-01\"            | \"to\": \"9999-01-01\"",
                "amount.amount   | \"amount\": \"250\"               | \"amount\": \"NaN\"",
                "amount.amount   | \"amount\": \"250\"               | \"amount\": \"-1\"",
                "amount.amount   | \"amount\": \"250\"               | \"amount\": \"1.005\"",
                "amount.currency | \"EUR\"                           | \"EURO\"",
                "channel         | \"search\"                        | \"a\\u0000\"",
                "colour          | \"kind\": \"ads\"                 | \"kind\": \"ads\", \"colour\": 1"
            })
    void aBrokenRuleIsNamedAndNothingIsStored(String field, String instead, String of) {
        String good = spend("ads", "2026-03-01", "2026-04-01", "250");
        String bad = good.replace(instead, of == null ? "" : of);
        record("[" + good + "," + bad + "]")
                .statusCode(400)
                .body("errors.field", hasItem(field), "errors.index", hasItem(1));
        list("").body("items", hasSize(0));
    }

    @Test
    void aPageCannotWriteItAndAnotherBusinessCannotSeeIt() {
        RestAssured.given()
                .header("Authorization", TestTokens.browser(crumb.business(), Scopes.EVENTS_WRITE))
                .contentType("application/json")
                .body(spend("ads", "2026-03-01", "2026-04-01", "250"))
                .post("/v1/spend")
                .then()
                .statusCode(403);
        record(spend("ads", "2026-03-01", "2026-04-01", "250"));
        crumb = Client.newBusiness();
        list("").body("items", empty());
    }

    private static String spend(String kind, String from, String to, String amount) {
        return """
                {"channel": "search", "campaign": null, "kind": "%s", "from": "%s", "to": "%s", "amount": {"amount": "%s", "currency": "EUR"}}""".formatted(kind, from, to, amount);
    }

    private ValidatableResponse record(String body) {
        return crumb.with(Scopes.EVENTS_WRITE).body(body).post("/v1/spend").then();
    }

    private ValidatableResponse list(String query) {
        return crumb.with(Scopes.METRICS_READ).get("/v1/spend" + query).then();
    }
}
