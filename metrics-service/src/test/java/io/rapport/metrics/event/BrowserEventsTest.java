package io.rapport.metrics.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.test.TestTokens;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of a page's own requests. */
@MetricsTest
class BrowserEventsTest {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String SAFARI = "Mozilla/5.0 (iPhone) AppleWebKit/605 Version/18 Mobile Safari/604";

    @Inject
    AgroalDataSource database;

    @Inject
    Transactions transactions;

    @Inject
    BusinessScope scope;

    @Inject
    VisitorSalts salts;

    private final AtomicInteger ids = new AtomicInteger();
    private Client crumb;

    @BeforeEach
    void newBusiness() {
        crumb = Client.newBusiness();
    }

    @Test
    void aVisitorWithoutAnIdIsTheSameAllDayByAddressAgentAndBusiness() {
        String first = visitorOf(Map.of("X-Forwarded-For", "192.0.2.1", "User-Agent", FIREFOX));
        assertThat(first).matches("day_[-_0-9A-Za-z]{22}");
        assertThat(visitorOf(Map.of("X-Forwarded-For", "192.0.2.1", "User-Agent", FIREFOX)))
                .isEqualTo(first);
        assertThat(visitorOf(Map.of("X-Forwarded-For", "192.0.2.2", "User-Agent", FIREFOX)))
                .isNotEqualTo(first);
        assertThat(visitorOf(Map.of("X-Forwarded-For", "192.0.2.1", "User-Agent", SAFARI)))
                .isNotEqualTo(first);
        crumb = Client.newBusiness();
        assertThat(visitorOf(Map.of("X-Forwarded-For", "192.0.2.1", "User-Agent", FIREFOX)))
                .isNotEqualTo(first);
    }

    @Test
    void withoutAnAddressNobodyIsTakenForAnybody() {
        assertThat(visitorOf(Map.of("User-Agent", FIREFOX))).isNull();
    }

    @Test
    void anIdOfThePagesOwnIsKept() {
        send(Map.of("X-Forwarded-For", "192.0.2.1"), ", \"visitorId\": \"v-1\"");
        assertThat(last("visitor_id")).isEqualTo("v-1");
    }

    @Test
    void aServerSpeaksForOthers() {
        given().header("Authorization", TestTokens.server(crumb.business(), Scopes.EVENTS_WRITE))
                .header("User-Agent", FIREFOX)
                .header("X-Forwarded-For", "192.0.2.1")
                .header("X-Rapport-Country", "IE")
                .header("DNT", "1")
                .header("Sec-Purpose", "prefetch")
                .contentType("application/json")
                .body(event(Instant.now(), ", \"sentAt\": \"2020-01-01T00:00:00Z\""))
                .post("/v1/events")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1));
        for (String column : List.of("visitor_id", "country", "left_out")) {
            assertThat(last(column)).as(column).isNull();
        }
    }

    @Test
    void theSaltIsSharedAndGoesWhenItsDayIsOver() throws Exception {
        visitorOf(Map.of("X-Forwarded-For", "192.0.2.1"));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into visitor_salt values (current_date - 2, '\\x00'), (current_date - 3, '\\x01')");
        }
        salts.forget();
        assertThat(days()).containsExactly(LocalDate.now(ZoneOffset.UTC));
    }

    @Test
    void theAddressIsStoredNowhere() {
        send(Map.of("X-Forwarded-For", "198.51.100.77"), ", \"context\": {\"ip\": \"198.51.100.77\"}");
        assertThat(last("e::text")).contains("page_view").doesNotContain("198.51.100.77");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"DNT, 1", "Sec-GPC, 1"})
    void nothingIsKeptOfWhoObjects(String header, String value) {
        send(Map.of(header, value), "").body("accepted", equalTo(0)).body("duplicates", equalTo(0));
        assertThat(last("type")).isNull();
    }

    @Test
    void whoSaysThatTheyDoNotMindIsCounted() {
        send(Map.of("DNT", "0"), "").body("accepted", equalTo(1));
        assertThat(last("type")).isEqualTo("page_view");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"Sec-Purpose, prefetch;prerender", "Purpose, prefetch", "X-Moz, prefetch", "Purpose, preview"})
    void whatIsFetchedAheadIsKeptAndLeftOut(String header, String value) {
        send(Map.of(header, value), "");
        assertThat(last("left_out")).isEqualTo("prefetch");
    }

    @Test
    void aDrivenBrowserIsABot() {
        send(Map.of("User-Agent", FIREFOX), ", \"context\": {\"automated\": true}");
        assertThat(last("left_out")).isEqualTo("bot");
        send(Map.of("User-Agent", FIREFOX), ", \"context\": {\"automated\": false}");
        assertThat(last("left_out")).isNull();
    }

    @Test
    void theCountryIsTheProxysUnlessTheEventSays() {
        send(Map.of("X-Rapport-Country", "IE"), "");
        assertThat(last("country")).isEqualTo("IE");
        send(Map.of("X-Rapport-Country", "IE"), ", \"context\": {\"country\": \"FR\"}");
        assertThat(last("country")).isEqualTo("FR");
    }

    @ParameterizedTest(name = "a clock that is off by {0}")
    @CsvSource({"PT-7H", "PT26H", "PT-438000H", "PT700000H", "PT61S"})
    void aWrongClockIsPutRight(Duration off) {
        Instant now = Instant.now();
        Instant sent = now.plus(off);
        if (sent.isBefore(Instant.EPOCH)) {
            sent = Instant.EPOCH.plusSeconds(60);
        }
        send(Map.of(), sent.minusSeconds(30), ", \"sentAt\": \"" + sent + "\"").body("accepted", equalTo(1));
        assertThat(Instant.parse(last("to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")))
                .isBetween(now.minusSeconds(31), Instant.now().minusSeconds(29));
    }

    @Test
    void aClockThatIsRightToTheMinuteIsLeftAlone() {
        Instant occurred = Instant.parse("2026-03-01T09:00:00Z");
        send(Map.of(), occurred, ", \"sentAt\": \"" + Instant.now().minusSeconds(20) + "\"");
        assertThat(last("extract(epoch from occurred_at)::bigint::text"))
                .isEqualTo(Long.toString(occurred.getEpochSecond()));
    }

    @Test
    void aClockThatExplainsNothingIsRefused() {
        crumb.browserEvents(event(Instant.now(), ", \"sentAt\": \"1970-01-02T00:00:00Z\""))
                .statusCode(400)
                .body("errors[0].field", equalTo("occurredAt"));
        crumb.browserEvents(event(Instant.parse("1970-01-02T00:00:00Z"), ", \"sentAt\": \"9998-01-01T00:00:00Z\""))
                .statusCode(400)
                .body("errors[0].field", equalTo("occurredAt"));
    }

    private String visitorOf(Map<String, String> headers) {
        send(headers, "");
        return last("visitor_id");
    }

    private ValidatableResponse send(Map<String, String> headers, String more) {
        return send(headers, Instant.now(), more);
    }

    private ValidatableResponse send(Map<String, String> headers, Instant occurredAt, String more) {
        Map<String, String> sent = new HashMap<>(Map.of("User-Agent", FIREFOX));
        sent.putAll(headers);
        return given().header("Authorization", TestTokens.browser(crumb.business(), Scopes.EVENTS_WRITE))
                .headers(sent)
                .contentType("application/json")
                .body(event(occurredAt, more))
                .post("/v1/events")
                .then()
                .statusCode(202);
    }

    private String event(Instant occurredAt, String more) {
        return """
                {"id": "%d", "source": "page", "type": "page_view", "occurredAt": "%s"%s}""".formatted(ids.incrementAndGet(), occurredAt, more);
    }

    /** A column of the newest event of the business; null where there is none. */
    private String last(String column) {
        return scope.call(
                Set.of(crumb.business()),
                () -> transactions.call(connection -> Sql.of(
                                "select " + column
                                        + " from event e where business_id = ? order by recorded_at desc limit 1",
                                crumb.business())
                        .list(connection, row -> Optional.ofNullable(row.getString(1)))
                        .stream()
                        .findFirst()
                        .flatMap(value -> value)
                        .orElse(null)));
    }

    private List<LocalDate> days() {
        return transactions.call(connection ->
                Sql.of("select day from visitor_salt").list(connection, row -> row.getObject(1, LocalDate.class)));
    }
}
