package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that no client should send get an answer that names the mistake, never a 500, on whichever service they land. */
@Order(6)
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadBodyIT {
    private static final String EVENT =
            "{\"id\": %s, \"source\": \"web\", \"type\": \"page_view\", \"occurredAt\": %s, \"visitorId\": \"v\"%s}";
    private static final String REVIEW =
            "{\"id\": %s, \"source\": \"site\", \"kind\": \"review\", \"text\": \"Good.\", \"occurredAt\": %s%s}";
    private static final String DATE = "\"2026-03-01T10:00:00Z\"";

    /** All operations that take a body of JSON from a secret key. */
    static final List<String> BODIES_TO = List.of(
            "/v1/events",
            "/v1/feedback",
            "/v1/surveys",
            "/v1/connections",
            "/v1/metrics/query",
            "/v1/identify",
            "/v1/measurements",
            "/v1/sentiment",
            "/v1/keys");

    private final Product product;
    private Business business;
    private Client client;

    BadBodyIT(Product product) {
        this.product = product;
    }

    @BeforeAll
    void ownBusiness() {
        business = Business.create(product, "Bad input");
        client = business.server();
    }

    /** Bodies that no operation takes, sent to each that takes a body. */
    Stream<List<String>> hostileBodies() {
        List<String> bodies = List.of(
                "",
                " ",
                "null",
                "true",
                "7",
                "\"text\"",
                "{",
                "{\"id\": ",
                "{]",
                "[1, null, \"x\", [[]]]",
                "{\"id\": \"a\",}",
                "{'id': 'a'}",
                "{} {}",
                "{\"noSuchMember\": 1}",
                "{\"name\": {\"a\": []}, \"id\": [], \"documents\": 7, \"queries\": \"x\", \"type\": 1.5}",
                "{\"name\": \"a\\u0000b\", \"id\": \"a\\u0000b\"}",
                "{\"name\": \"\\ud800\", \"id\": \"\\udc00x\"}",
                "{\"id\": NaN, \"name\": Infinity}",
                "{\"id\": 1e999999999, \"score\": -1e999999999}",
                "[".repeat(20_000),
                "[".repeat(20_000) + "]".repeat(20_000),
                "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
                "<xml/>",
                "%00%ff");
        return BODIES_TO.stream().flatMap(path -> bodies.stream().map(body -> List.of(path, body)));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource
    void hostileBodies(List<String> pathAndBody) {
        client.post(pathAndBody.getFirst(), pathAndBody.getLast()).expectProblem(400, "validation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1969-12-31T23:59:59Z\"",
                "\"9999-01-01T00:00:00Z\"",
                "\"2026-02-30T10:00:00Z\"",
                "\"2026-03-01\"",
                "\"yesterday\"",
                "\"\"",
                "\"+999999999-12-31T23:59:59.999999999Z\"",
                "1767225600",
                "null",
                "{}",
                "[\"2026-03-01T10:00:00Z\"]"
            })
    void instantsThatCannotBe(String instant) {
        for (Answer answer : List.of(
                client.post("/v1/events", EVENT.formatted("\"e\"", instant, "")),
                client.post("/v1/feedback", REVIEW.formatted("\"r\"", instant, "")))) {
            answer.expectProblem(400, "validation");
            assertThat(answer.json().path("errors").path(0).path("field").asText())
                    .as(answer.text())
                    .startsWith("occurredAt");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "7", "\"\"", "{}", "[]", "true", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00\\ud800\""})
    void idsThatCannotBe(String id) {
        client.post("/v1/events", EVENT.formatted(id, DATE, "")).expectProblem(400, "validation");
        client.post("/v1/feedback", REVIEW.formatted(id, DATE, "")).expectProblem(400, "validation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"unknown\": 1",
                ", \"page\": \"/menu\"",
                ", \"page\": {\"url\": 7}",
                ", \"value\": {\"amount\": \"1e9999\", \"currency\": \"EUR\"}",
                ", \"value\": {\"amount\": 12.5, \"currency\": \"EURO\"}",
                ", \"value\": {\"amount\": \"NaN\", \"currency\": \"EUR\"}",
                ", \"properties\": []",
                ", \"properties\": {\"a\": \"\\u0000\"}",
                ", \"properties\": {\"a\": 1e400}",
                ", \"properties\": {\"a\": [-1e2147483647]}",
                ", \"id\": \"twice\""
            })
    void eventMembersThatCannotBe(String members) {
        client.post("/v1/events", EVENT.formatted("\"e\"", DATE, members)).expectProblem(400, "validation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"unknown\": 1",
                ", \"rating\": 5",
                ", \"rating\": {\"value\": 6, \"scale\": 5}",
                ", \"rating\": {\"value\": 1, \"scale\": 0}",
                ", \"rating\": {\"value\": 1e400, \"scale\": 5}",
                ", \"rating\": {\"value\": 1, \"min\": 5, \"max\": 5}",
                ", \"rating\": {\"recommends\": \"yes\"}",
                ", \"author\": \"A.\"",
                ", \"language\": \"\\u0000\"",
                ", \"url\": 1"
            })
    void reviewMembersThatCannotBe(String members) {
        client.post("/v1/feedback", REVIEW.formatted("\"r\"", DATE, members)).expectProblem(400, "validation");
    }

    /** What is kept must be readable again: a settings' number that isn't would end every question about the business. */
    @Test
    void settingsThatCannotBe() {
        for (String settings : List.of(
                "{\"privacy\": {\"a\": 1e400}}",
                "{\"privacy\": []}",
                "{\"timeZone\": \"Europe/Nowhere\"}",
                "{\"timeZone\": \"+01:00\"}",
                "{\"currency\": \"EURO\"}",
                "{\"margin\": 1e400}",
                "{\"inactivityDays\": -1}",
                "{\"goals\": [{}]}")) {
            client.call("PATCH", "/v1/businesses/" + business.id(), settings).expectProblem(400, "validation");
        }
        assertThat(business.missing()).isEmpty();
    }

    @Test
    void oneBadElementRefusesItsBatchWholeAndIsNamed() {
        String good = EVENT.formatted("\"good\"", DATE, "");
        Answer events = client.post("/v1/events", "[" + good + "," + EVENT.formatted("\"bad\"", "\"no\"", "") + "]");
        events.expectProblem(400, "validation");
        assertThat(events.json().path("errors").path(0).path("index").asInt()).isEqualTo(1);
        client.post("/v1/events", good).expect(202);
        assertThat(client.post("/v1/events", good).json().path("duplicates").asInt())
                .as("only now it was there")
                .isEqualTo(1);
        String review = REVIEW.formatted("\"good\"", DATE, "");
        Answer feedback =
                client.post("/v1/feedback", "[" + review + "," + REVIEW.formatted("\"bad\"", "\"no\"", "") + "]");
        feedback.expectProblem(400, "validation");
        client.get("/v1/feedback/site/good").expectProblem(404, "not-found");
    }

    @Test
    void afterAllThatTheBusinessWorks() {
        client.post("/v1/events", Business.pageView("last", "v", "/")).expect(202);
        Soon.shows(() -> assertThat(business.count("page_views")).isEqualTo(1));
    }
}
