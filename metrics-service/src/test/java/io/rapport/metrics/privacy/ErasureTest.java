package io.rapport.metrics.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.rollup.Derivation;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import io.rapport.metrics.visit.VisitTasks;
import io.rapport.metrics.web.RandomHistory;
import io.rapport.metrics.web.RandomHistory.Sent;
import io.rapport.metrics.web.WebCheck;
import io.rapport.metrics.web.WebRecount;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A person asks to be forgotten. */
@MetricsTest
class ErasureTest {
    private static final LocalDate FROM = LocalDate.of(2026, 2, 17);
    private static final LocalDate TO = LocalDate.of(2026, 5, 3);
    private static final String MARCH = "from=2026-03-01&to=2026-04-01";

    @Inject
    Forgetting forgetting;

    @Inject
    Transactions transactions;

    @Inject
    BusinessScope scope;

    @Inject
    Derivation derivation;

    private Client crumb;

    @BeforeEach
    void newBusiness() {
        crumb = Client.newBusiness();
    }

    @Test
    @DisplayName(
            "After an erasure every web figure equals a recount of what is left, also when all was sent again or rebuilt")
    void figuresFollow() throws IOException {
        Random random = new Random(5);
        List<Sent> sent = new RandomHistory(random, Instant.parse("2026-03-27T08:00:00Z"), 10).events(500, 9);
        WebCheck.send(crumb, sent, random);
        Instant bobs = Instant.parse("2026-04-01T10:00:00Z");
        link("visitorId", "v1", "zoe", "2026-03-29T00:00:00Z");
        link("visitorId", "v2", "zoe", "2026-03-28T00:00:00Z");
        link("visitorId", "v2", "bob", bobs.toString());
        link("visitorId", "v3", "zoe-before", "2026-03-28T00:00:00Z");
        link("formerCustomerId", "zoe-before", "zoe", "2026-03-28T00:00:00Z");
        link("visitorId", "v4", "bob", "2026-03-28T00:00:00Z");

        String receipt = erased("zoe-before");
        List<Sent> left = new ArrayList<>(sent);
        left.removeIf(event -> event.visitor().equals("v1") || event.visitor().equals("v3"));
        left.removeIf(event -> event.visitor().equals("v2") && event.at().isBefore(bobs));
        WebRecount recount = new WebRecount(left, ZoneId.of("Europe/Dublin"));
        WebCheck check = new WebCheck(crumb, FROM, TO);
        check.equal(recount);
        receipt(receipt)
                .body("parts[0].removed.events", equalTo((int) (ids(sent) - ids(left))))
                .body("parts[0].removed.links", equalTo(4));

        WebCheck.send(crumb, sent, random);
        check.equal(recount);
        scope.run(
                Set.of(crumb.business()),
                () -> transactions.call(connection -> {
                    VisitTasks.noteEverything(connection, crumb.business());
                    return null;
                }));
        await().until(() -> scope.call(Set.of(crumb.business()), () -> derivation.catchUp(crumb.business())));
        check.equal(recount);
    }

    private static long ids(List<Sent> sent) {
        return sent.stream().map(Sent::id).distinct().count();
    }

    @Test
    void nothingOfThePersonStays() {
        all();
        assertThat(tablesThatName("zoe"))
                .contains("event", "identity_link", "customer_trait", "feedback_fact", "visit");
        String erasure = erased("zoe-1");
        assertThat(tablesThatName("zoe")).isEmpty();
        receipt(erasure)
                .body("state", equalTo("done"))
                .body("finishedAt", notNullValue())
                .body("parts.service", contains("metrics-service", "feedback-service"))
                .body("parts[1].state", equalTo("done"))
                .body("parts[1].removed.feedback", equalTo(2))
                .body("parts[1].removed.deliveries", equalTo(3))
                .body("parts[0].removed.events", equalTo(5))
                .body("parts[0].removed.visits", equalTo(2))
                .body("parts[0].removed.links", equalTo(3))
                .body("parts[0].removed.traits", equalTo(1))
                .body("parts[0].anonymised.feedback", equalTo(1));
        crumb.metric("visits?" + MARCH).body("total.value", equalTo(1));
        crumb.metric("review_count?" + MARCH).body("total.value", equalTo(1));
        crumb.metric("email_open_rate?" + MARCH).body("total.n", equalTo(1));
    }

    @Test
    void whatIsSentAgainStaysErased() {
        all();
        erased("zoe-1");
        crumb.events(view("1", "zoe-phone", null)).statusCode(202).body("duplicates", equalTo(1));
        crumb.metric("visits?" + MARCH).body("total.value", equalTo(1));
        assertThat(tablesThatName("zoe")).isEmpty();
    }

    @Test
    void onesOwnPartOfAVisitGoesWithTheEventThatNamesOne() {
        crumb.events("[" + view("1", "v", null) + "," + view("2", "v", "zoe-1") + "," + view("3", "w", null) + "]");
        erased("zoe-1");
        crumb.metric("page_views?" + MARCH).body("total.value", equalTo(1));
    }

    @Test
    void anErasureGoesOnWhereItWasLeft() {
        all();
        // Without a task nobody works on it but the steps taken here.
        String id = "er_left";
        inBusiness(connection -> Sql.of(
                        "insert into erasure (business_id, id, customer_id, state, requested_at, requested_by)"
                                + " values (?, ?, 'zoe-1', 'waiting', now(), 'test')",
                        crumb.business(),
                        id)
                .update(connection));
        assertThat(forgetting.step(crumb.business(), id)).isTrue();
        assertThat(forgetting.step(crumb.business(), id)).isTrue();
        receipt(id).body("state", equalTo("running")).body("finishedAt", nullValue());
        assertThat(tablesThatName("zoe")).isNotEmpty();

        inBusiness(connection -> Sql.of(
                        "insert into erasure_task (business_id, erasure_id) values (?, ?)", crumb.business(), id)
                .update(connection));
        finished(id);
        receipt(id).body("parts[0].removed.events", equalTo(5)).body("parts[0].removed.links", equalTo(3));
        assertThat(tablesThatName("zoe")).isEmpty();
        assertThat(forgetting.step(crumb.business(), id)).isFalse();
    }

    @Test
    void theSameOrderIsTheSameErasure() {
        String id = "er_ordered_by_the_gateway";
        for (int i = 0; i < 2; i++) {
            crumb.with(Scopes.INTERNAL_ERASURES)
                    .body("{\"customerId\": \"nobody\"}")
                    .put("/internal/v1/erasures/{id}", id)
                    .then()
                    .statusCode(202)
                    .body("service", equalTo("metrics-service"));
        }
        finished(id);
        crumb.with(Scopes.INTERNAL_ERASURES)
                .get("/internal/v1/erasures/{id}", id)
                .then()
                .body("state", equalTo("done"))
                .body("removed.events", equalTo(0));
    }

    @Test
    void receiptsAreOfTheirBusinessAndAskForTheirScope() {
        String id = erased("nobody");
        Client.newBusiness()
                .with(Scopes.CUSTOMERS_READ)
                .get("/v1/erasures/{id}", id)
                .then()
                .statusCode(404);
        crumb.with(Scopes.METRICS_READ).get("/v1/erasures/{id}", id).then().statusCode(403);
        crumb.with(Scopes.CUSTOMERS_READ).delete("/v1/customers/x").then().statusCode(403);
        crumb.with(Scopes.CUSTOMERS_WRITE)
                .put("/internal/v1/erasures/{id}", id)
                .then()
                .statusCode(403);
    }

    /** What zoe did by all of her ids, beside another. */
    private void all() {
        link("visitorId", "zoe-phone", "zoe-1", "2026-03-01T00:00:00Z");
        link("email", "Zoe@crumb.example", "zoe-1", "2026-03-01T00:00:00Z");
        link("formerCustomerId", "zoe-2", "zoe-1", "2026-03-01T00:00:00Z");
        crumb.identify("""
                {"visitorId": "zoe-phone", "customerId": "zoe-1", "occurredAt": "2026-03-01T00:00:00Z", "traits": {"name": "zoe"}}""");
        crumb.events(view("1", "zoe-phone", null));
        crumb.events(view("2", "zoe-laptop", "zoe-2"));
        crumb.events(view("3", "other", null));
        crumb.events(event("4", "purchase", "\"customerId\": \"zoe-1\""));
        crumb.events(event(
                "5",
                "email_delivered",
                "\"properties\": {\"recipient\": \"zoe@crumb.example\", \"messageId\": \"m\"}"));
        crumb.events(event(
                "6",
                "email_delivered",
                "\"properties\": {\"recipient\": \"bob@crumb.example\", \"messageId\": \"m\"}"));
        crumb.events(event("7", "store_visit", "\"properties\": {\"handle\": \"x\"}, \"customerId\": \"zoe-2\""));
        crumb.facts(crumb.review("r1", 1, 0, false, 4, null)
                        .replace(
                                "\"customerId\": null, \"visitorId\": null",
                                "\"customerId\": \"zoe-2\", \"visitorId\": \"zoe-phone\""))
                .statusCode(200);
        crumb.metric("visits?" + MARCH).body("total.value", equalTo(3));
    }

    private void link(String member, String id, String customer, String at) {
        crumb.identify("{\"%s\": \"%s\", \"customerId\": \"%s\", \"occurredAt\": \"%s\"}"
                        .formatted(member, id, customer, at))
                .statusCode(202);
    }

    private String erased(String customer) {
        String id = crumb.with(Scopes.CUSTOMERS_WRITE)
                .delete("/v1/customers/{id}", customer)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        feedbackIsDone(id);
        finished(id);
        return id;
    }

    /** As feedback-service does: it is told, asks whom to forget, and says what it did. */
    private void feedbackIsDone(String id) {
        await().until(() -> crumb.facts("").extract().jsonPath().getList("erasures.id"), told -> told.contains(id));
        part(id, "{\"removed\": null}").statusCode(200).body("order.customers", hasItem(notNullValue()));
        part(id, "{\"removed\": {\"feedback\": 2, \"revisions\": 1, \"replies\": 1, \"notes\": 0, \"deliveries\": 3}}")
                .statusCode(200)
                .body("order", nullValue());
    }

    private ValidatableResponse part(String id, String body) {
        return crumb.with(Scopes.INTERNAL_ERASURES)
                .body(body)
                .post("/internal/v1/erasures/{id}/part", id)
                .then();
    }

    private void finished(String id) {
        await().untilAsserted(() -> receipt(id).body("state", equalTo("done")));
    }

    private ValidatableResponse receipt(String id) {
        return crumb.with(Scopes.CUSTOMERS_READ)
                .get("/v1/erasures/{id}", id)
                .then()
                .statusCode(200);
    }

    /** The tables of which a row of the business has such a text anywhere. */
    private List<String> tablesThatName(String text) {
        return inBusiness(connection -> {
            List<String> tables = new ArrayList<>();
            for (String table : Sql.of("select distinct c.table_name from information_schema.columns c join pg_class t"
                            + " on t.relname = c.table_name where c.column_name = 'business_id' and c.table_schema = 'public'"
                            + " and t.relkind in ('r', 'p') and not t.relispartition order by 1")
                    .list(connection, row -> row.getString(1))) {
                Sql.of(
                                "select 1 from " + table + " t where business_id = ? and t::text ilike ? limit 1",
                                crumb.business(),
                                "%" + text + "%")
                        .list(connection, row -> tables.add(table));
            }
            return tables;
        });
    }

    private <T> T inBusiness(Transactions.Work<T> work) {
        return scope.call(Set.of(crumb.business()), () -> transactions.call(work));
    }

    private static String view(String id, String visitor, String customer) {
        return """
                {"id": "%s", "source": "web", "type": "page_view", "occurredAt": "2026-03-05T10:00:0%sZ", "visitorId": "%s", "customerId": %s}""".formatted(id, id, visitor, customer == null ? "null" : "\"" + customer + "\"");
    }

    private static String event(String id, String type, String members) {
        return """
                {"id": "%s", "source": "shop", "type": "%s", "occurredAt": "2026-03-05T11:00:00Z", "channel": "shop", %s}""".formatted(id, type, members);
    }
}
