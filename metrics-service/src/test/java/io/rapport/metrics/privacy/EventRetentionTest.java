package io.rapport.metrics.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.rollup.Derivation;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import io.rapport.metrics.value.ValueTasks;
import io.rapport.metrics.visit.VisitTasks;
import io.rapport.metrics.web.RandomHistory;
import io.rapport.metrics.web.RandomHistory.Sent;
import io.rapport.metrics.web.WebCheck;
import io.rapport.metrics.web.WebRecount;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MetricsTest
class EventRetentionTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
    private static final LocalDate BEFORE = LocalDate.of(2026, 2, 17);
    private static final LocalDate AFTER = LocalDate.of(2026, 5, 3);

    /** Beyond the grace after a setting was made. */
    private static final Instant LATER =
            Instant.now().plus(EventRetention.GRACE).plus(Duration.ofDays(1));

    @Inject
    EventRetention retention;

    @Inject
    RetentionWorker worker;

    @Inject
    Transactions transactions;

    @Inject
    BusinessScope scope;

    @Inject
    Derivation derivation;

    @ParameterizedTest(name = "{0}, history {1}")
    @CsvSource({"Europe/Dublin, 1", "Asia/Kathmandu, 2"})
    @DisplayName(
            "Sums of removed months stay exactly, and what is kept equals a recount of what is kept, also when rebuilt")
    void sumsStay(String zone, long seed) throws IOException {
        Random random = new Random(seed);
        Client client = Client.newBusiness(zone);
        // Every night lies about midnight, so that visits go on into the first day that is kept.
        List<Sent> sent = new RandomHistory(random, Instant.parse("2026-03-27T22:00:00Z"), 10).events(500, 9);
        List<Sent> late = new ArrayList<>(sent.subList(400, sent.size()));
        WebCheck.send(client, sent.subList(0, 400), random);
        WebRecount closed = new WebRecount(sent.subList(0, 400), ZoneId.of(zone));
        remove(client, zone);

        Instant start = FIRST.atStartOfDay(ZoneId.of(zone)).toInstant();
        late.removeIf(event -> event.at().isBefore(start));
        WebCheck.send(client, late, random);
        List<Sent> kept = new ArrayList<>(sent.subList(0, 400));
        kept.removeIf(event -> event.at().isBefore(start));
        kept.addAll(late);
        check(client, closed, new WebRecount(kept, ZoneId.of(zone)));
        assertThat(rows(client, "event where occurred_at < ?", start)).isZero();
        assertThat(rows(client, "visit where began_at < ?", start)).isZero();

        scope.run(
                Set.of(client.business()),
                () -> transactions.call(connection -> {
                    VisitTasks.noteEverything(connection, client.business());
                    return null;
                }));
        await().until(() -> scope.call(Set.of(client.business()), () -> derivation.catchUp(client.business())));
        check(client, closed, new WebRecount(kept, ZoneId.of(zone)));
    }

    private static void check(Client client, WebRecount closed, WebRecount kept) throws IOException {
        new WebCheck(client, BEFORE, FIRST).sumsEqual(closed);
        new WebCheck(client, FIRST, AFTER).equal(kept);
    }

    @Test
    void whatCanNoLongerBeToldSaysSo() {
        Client crumb = Client.newBusiness();
        crumb.events(
                "[" + view(crumb, "1", "2026-03-30T10:00:00Z") + "," + view(crumb, "2", "2026-04-02T10:00:00Z") + "]");
        crumb.events(purchase("3", "2026-03-30T10:00:00Z"));
        crumb.metric("visits?from=2026-03-01&to=2026-05-01")
                .body("total.value", equalTo(2))
                .body("keptFrom", nullValue());
        remove(crumb, "Europe/Dublin");

        crumb.metric("visits?from=2026-03-01&to=2026-05-01&interval=month")
                .body("total.value", equalTo(2))
                .body("series.value", contains(1, 1))
                .body("keptFrom", equalTo("2026-04-01"));
        crumb.metric(
                        "visits?from=2026-03-01&to=2026-05-01&interval=month&by=country&segment=country!=XX&compare=previous")
                .body("total.value", nullValue())
                .body("total.reason", equalTo("removed"))
                .body("total.change.previous", nullValue())
                .body("series.value", contains(null, 1))
                .body("series.reason", contains("removed", null))
                .body("breakdown", empty());
        crumb.metric("survival?from=2026-03-01&to=2026-05-01").body("total.reason", equalTo("removed"));
        crumb.metric("survival?from=2026-04-01&to=2026-05-01").body("total.reason", equalTo("no_data"));
        crumb.metric("nps?from=2026-03-01&to=2026-05-01").body("keptFrom", nullValue());
        crumb.metric("visits/evidence?from=2026-03-01&to=2026-05-01")
                .body("items.size()", equalTo(1))
                .body("keptFrom", equalTo("2026-04-01"));
    }

    @Test
    @DisplayName(
            "Orders go with their events; revenue of what is kept stays, refunds of orders that went included, and when rebuilt")
    void ordersGoWithTheirEvents() {
        Client crumb = Client.newBusiness();
        crumb.events("[" + money("purchase", "1", "2026-03-30T10:00:00Z", "1") + ","
                        + money("purchase", "2", "2026-04-10T10:00:00Z", "2") + ","
                        + money("refund", "3", "2026-04-11T10:00:00Z", "1") + "]")
                .statusCode(202);
        crumb.metric("revenue?from=2026-04-01&to=2026-05-01").body("total.value", equalTo("0.00"));
        crumb.metric("repeat_purchase_rate?from=2026-04-01&to=2026-05-01").body("total.value", equalTo(1.0f));
        remove(crumb, "Europe/Dublin");
        for (int i = 0; i < 2; i++) {
            crumb.metric("revenue?from=2026-04-01&to=2026-05-01")
                    .body("total.value", equalTo("0.00"), "total.n", equalTo(2));
            crumb.metric("revenue?from=2026-03-01&to=2026-05-01").body("total.reason", equalTo("removed"));
            crumb.metric("repeat_purchase_rate?from=2026-04-01&to=2026-05-01")
                    .body("total.value", equalTo(0.0f), "keptFrom", equalTo("2026-04-01"));
            assertThat(rows(crumb, "value_fact where occurred_at < ?", Instant.parse("2026-04-01T00:00:00Z")))
                    .isZero();
            assertThat(rows(crumb, "customer_value where orders = 1 and joined_at > ?", Instant.EPOCH))
                    .isEqualTo(1);
            scope.run(
                    Set.of(crumb.business()),
                    () -> transactions.call(connection -> {
                        ValueTasks.noteEverything(connection, crumb.business());
                        return null;
                    }));
        }
    }

    @Test
    void eventsOfRemovedMonthsAreRefusedAndCountNothing() {
        Client crumb = Client.newBusiness();
        crumb.events(view(crumb, "1", "2026-03-31T10:00:00Z")).statusCode(202);
        remove(crumb, "Europe/Dublin");
        crumb.events("[" + view(crumb, "2", "2026-04-01T10:00:00Z") + "," + view(crumb, "3", "2026-03-31T22:59:59Z")
                        + "]")
                .statusCode(400)
                .body("errors.index", contains(1))
                .body("errors.field", contains("occurredAt"))
                .body("errors[0].detail", containsString("before 2026-04-01"));
        crumb.metric("visits?from=2026-03-01&to=2026-05-01").body("total.value", equalTo(1));
        crumb.events(view(crumb, "2", "2026-03-31T23:00:00Z")).statusCode(202);
        crumb.metric("visits?from=2026-03-01&to=2026-05-01").body("total.value", equalTo(2));
    }

    @Test
    void nothingGoesWithinADayOfTheSettingOrWithoutOne() {
        Client crumb = Client.newBusiness();
        crumb.events(view(crumb, "1", "2026-03-31T10:00:00Z"));
        settings(crumb, 2, "Europe/Dublin", months());
        assertThat(retention.round(crumb.business(), Instant.now())).isFalse();
        settings(crumb, 3, "Europe/Dublin", null);
        assertThat(retention.round(crumb.business(), LATER)).isFalse();
        assertThat(rows(crumb, "event where occurred_at < ?", LATER)).isEqualTo(1);
    }

    @Test
    void aMonthIsDroppedWhenNobodyHasEventsInIt() {
        Client crumb = Client.newBusiness();
        Client other = Client.newBusiness();
        crumb.events(view(crumb, "1", "2018-06-15T10:00:00Z")).statusCode(202);
        crumb.events(view(crumb, "2", "2018-07-15T10:00:00Z")).statusCode(202);
        other.events(view(other, "1", "2018-07-15T10:00:00Z")).statusCode(202);
        remove(crumb, "Europe/Dublin");
        await().untilAsserted(() -> {
            worker.dropMonths(LATER);
            assertThat(months("event_2018_06")).isFalse();
        });
        assertThat(months("event_2018_07")).isTrue();
        assertThat(rows(other, "event where occurred_at < ?", LATER)).isEqualTo(1);
        other.events(view(other, "2", "2018-06-15T10:00:00Z")).statusCode(202);
        assertThat(months("event_2018_06")).isTrue();
    }

    private boolean months(String table) {
        return transactions.call(connection -> Sql.of("select to_regclass(?) is not null", table)
                .list(connection, row -> row.getBoolean(1))
                .getFirst());
    }

    /** Keeps events from {@link #FIRST} on, and lets go what is older. */
    private void remove(Client client, String zone) {
        settings(client, 2, zone, months());
        await().until(() -> !retention.round(client.business(), LATER));
        // So that what follows is what is removed, and not what the rule wants today.
        settings(client, 3, zone, null);
    }

    private static int months() {
        LocalDate then = LocalDate.ofInstant(LATER.minus(EventRetention.GRACE), ZoneId.of("UTC"));
        return (int) ChronoUnit.MONTHS.between(FIRST, then.withDayOfMonth(1));
    }

    private static void settings(Client client, int version, String zone, Integer keepEventsMonths) {
        Map<String, Object> privacy = new HashMap<>();
        privacy.put("keepEventsMonths", keepEventsMonths);
        client.with(Scopes.INTERNAL_SETTINGS)
                .body(Map.of(
                        "version",
                        version,
                        "name",
                        "Crumb",
                        "timeZone",
                        zone,
                        "currency",
                        "EUR",
                        "goals",
                        List.of(
                                Map.of("id", "booked", "eventType", "booking"),
                                Map.of("id", "bought", "eventType", "purchase")),
                        "privacy",
                        privacy))
                .put("/internal/v1/businesses/{id}/settings", client.business())
                .then()
                .statusCode(204);
    }

    private int rows(Client client, String what, Instant moment) {
        return scope.call(
                Set.of(client.business()),
                () -> transactions.call(connection -> Sql.of(
                                "select count(*) from " + what + " and business_id = ?", moment, client.business())
                        .list(connection, row -> row.getInt(1))
                        .getFirst()));
    }

    private static String view(Client client, String id, String at) {
        return client.pageView(id, "v" + id, at, "https://crumb.example/");
    }

    private static String money(String type, String id, String at, String order) {
        return """
                {"id": "%s", "source": "shop", "type": "%s", "occurredAt": "%s", "customerId": "ann",
                 "value": {"amount": "9.90", "currency": "EUR"}, "properties": {"orderId": "%s"}}""".formatted(id, type, at, order);
    }

    private static String purchase(String id, String at) {
        return """
                {"id": "%s", "source": "shop", "type": "purchase", "occurredAt": "%s", "customerId": "ann"}""".formatted(id, at);
    }
}
