package io.rapport.metrics.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.rapport.frame.token.Scopes;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ann and Bob visited the shop in March; Ann is a pro, and so is Cid, of whom nothing else is known. */
@MetricsTest
class SavedSegmentsTest {
    private static final String PROS = "{\"trait\": \"plan\", \"is\": \"pro\"}";
    private Client crumb;

    @BeforeEach
    void history() {
        crumb = Client.newBusiness();
        for (String customer : List.of("ann", "bob")) {
            crumb.events("{\"id\": \"visit-" + customer + "\", \"source\": \"till\", \"type\": \"store_visit\","
                            + " \"occurredAt\": \"2026-03-10T10:00:00Z\", \"customerId\": \"" + customer + "\"}")
                    .statusCode(202);
        }
        for (String customer : List.of("ann", "cid")) {
            crumb.identify("{\"visitorId\": \"v-" + customer + "\", \"customerId\": \"" + customer
                            + "\", \"occurredAt\": \"2026-03-12T10:00:00Z\", \"traits\": {\"plan\": \"pro\"}}")
                    .statusCode(202);
        }
    }

    @Test
    void isSavedShownListedChangedAndDeleted() {
        ValidatableResponse saved = save("Pros", PROS).statusCode(201).header("ETag", "\"1\"");
        String id = saved.extract().path("id");
        saved.header("Location", containsString("/v1/segments/" + id))
                .body("words", equalTo("Customers whose plan is “pro”."), "readyMade", equalTo(false));
        get("/" + id).statusCode(200).body("size", equalTo(2), "customers", equalTo(3), "rule.is", equalTo("pro"));
        get("/" + id + "?asOf=2026-03-11").statusCode(200).body("size", equalTo(1), "customers", equalTo(2));
        get("").body("items.name", hasItem("Pros"));
        String both =
                "{\"name\": \"Pros in the shop\", \"rule\": {\"all\": [" + PROS + ", {\"did\": \"store_visit\"}]}}";
        change(id, both, "\"7\"").statusCode(412).body("detail", containsString("its version is 1"));
        change(id, both, "\"1\"").statusCode(200).header("ETag", "\"2\"").body("version", equalTo(2));
        get("/" + id).body("size", equalTo(1), "name", equalTo("Pros in the shop"));
        change(id, "{\"name\": \"Pros\"}", null).statusCode(200).body("rule.all", hasSize(2), "version", equalTo(3));
        delete(id, "\"2\"").statusCode(412);
        delete(id, "\"3\"").statusCode(204);
        get("/" + id).statusCode(404);
        delete(id, null).statusCode(404);
    }

    @Test
    void namesAreTheBusinessesOwn() {
        String id = save("Pros", PROS).statusCode(201).extract().path("id");
        save("pROS", PROS).statusCode(409);
        save("Big Spenders", PROS).statusCode(409);
        save("at_risk", PROS).statusCode(409);
        String other = save("Others", PROS).statusCode(201).extract().path("id");
        change(other, "{\"name\": \"PROS\"}", null).statusCode(409);
        change(id, "{\"name\": \"PROS\"}", null).statusCode(200);
        for (String name : List.of("a=b", "a;b", "a,b", "a\\\\b", " ", "", "sg_abcdefghijklmnop", "a\\u0000")) {
            save(name, PROS).statusCode(400).body("errors[0].field", equalTo("name"));
        }
    }

    @Test
    @DisplayName("The same Idempotency-Key saves one segment, and refuses another")
    void isSavedOnce() {
        String body = "{\"name\": \"Pros\", \"rule\": " + PROS + "}";
        String id = keyed("k1", body).statusCode(201).extract().path("id");
        keyed("k1", body).statusCode(201).body("id", equalTo(id));
        keyed("k1", "{\"name\": \"Amateurs\", \"rule\": " + PROS + "}").statusCode(409);
        keyed("k2", body).statusCode(409);
    }

    @Test
    void readyMadeOnesAreThereForEverybodyAndStay() {
        get("").statusCode(200)
                .body(
                        "items.id",
                        contains("new", "loyal", "at_risk", "lost", "advocates", "detractors", "big_spenders"),
                        "items.rule",
                        not(hasItem(nullValue())));
        get("/lost")
                .statusCode(200)
                .body(
                        "rule.value",
                        equalTo("daysSinceLastOrder"),
                        "rule.atLeast",
                        equalTo(91),
                        "size",
                        equalTo(0),
                        "version",
                        nullValue());
        change("lost", "{\"name\": \"Gone\"}", null).statusCode(409);
        delete("lost", null).statusCode(409);
    }

    @Test
    @DisplayName(
            "Every metric of people takes a saved segment by id or name, alone or beside conditions, and breaks down by them")
    void metricsTakeThem() {
        String id = save("Pros of mine", PROS).statusCode(201).extract().path("id");
        String march = "store_visits?from=2026-03-01&to=2026-04-01";
        for (String segment :
                List.of(id, "Pros of mine", "pros OF mine", "segment==" + id, "Pros of mine;customer==ann")) {
            crumb.with(Scopes.METRICS_READ)
                    .queryParam("segment", segment)
                    .get("/v1/metrics/" + march)
                    .then()
                    .statusCode(200)
                    .body("total.value", equalTo(1));
        }
        crumb.metric(march + "&segment=segment!=" + id).body("total.value", equalTo(1));
        crumb.metric(march + "&segment=Pros;customer==bob").statusCode(400).body("errors[0].field", equalTo("segment"));
        crumb.metric(march + "&by=segment")
                .statusCode(200)
                .body("breakdown.find { it.key == 'Pros of mine' }.value", equalTo(1))
                .body("breakdown.find { it.key == 'Lost' }.value", equalTo(0));
        crumb.metric("followers?segment=" + id).statusCode(400).body("errors[0].detail", containsString("no persons"));
        List<String> metrics = crumb.metric("").extract().path("findAll { 'segment' in it.breakdowns }.id");
        assertThat(metrics).contains("nps", "email_open_rate", "sentiment_score", "bounce_rate");
        for (String metric :
                List.of("nps", "email_open_rate", "bounce_rate", "visitors", "advocate_count", "contact_frequency")) {
            crumb.metric(metric + "?by=segment&segment=" + id).statusCode(200).body("breakdown", hasSize(8));
            crumb.metric(metric + "/evidence?segment=" + id).statusCode(200);
        }
    }

    @Test
    void pagesGoThroughAllMembersOnce() {
        String id = save("Everybody", "{\"any\": [" + PROS + ", {\"not\": " + PROS + "}]}")
                .extract()
                .path("id");
        String next = customers(id, "?limit=2")
                .body("items.id", contains("ann", "bob"))
                .extract()
                .path("next");
        customers(id, "?limit=2&cursor=" + next).body("items.id", contains("cid"), "next", nullValue());
        customers(id, "?cursor=!").statusCode(400);
        customers(id, "?asOf=2099-01-01").statusCode(400).body("errors[0].field", equalTo("asOf"));
        customers(id, "?limit=201").statusCode(400);
        customers("nobody", "").statusCode(404);
        customers("%00", "").statusCode(400);
    }

    @Test
    void overlapNeedsTwoToSixSegmentsThatAreThere() {
        for (String ids : List.of(
                "", "new", "new,new", "new,nowhere", "new,loyal,at_risk,lost,advocates,detractors,big_spenders")) {
            get("/overlap?ids=" + ids).statusCode(400).body("errors[0].field", equalTo("ids"));
        }
        get("/overlap?ids=new,lost").statusCode(200).body("pairs[0].jaccard", nullValue(), "inAll", equalTo(0));
    }

    @Test
    @DisplayName("Another business sees nothing of a segment, and may use its name")
    void isOneBusinesssOwn() {
        String id = save("Pros", PROS).extract().path("id");
        Client other = Client.newBusiness();
        other.with(Scopes.METRICS_READ).get("/v1/segments").then().body("items", hasSize(7));
        other.with(Scopes.METRICS_READ).get("/v1/segments/" + id).then().statusCode(404);
        other.with(Scopes.CUSTOMERS_READ)
                .get("/v1/segments/" + id + "/customers")
                .then()
                .statusCode(404);
        other.with(Scopes.CUSTOMERS_WRITE).delete("/v1/segments/" + id).then().statusCode(404);
        other.metric("store_visits?segment=" + id).statusCode(400);
        other.metric("store_visits?segment=Pros").statusCode(400);
        other.with(Scopes.METRICS_READ)
                .get("/v1/segments/overlap?ids=new," + id)
                .then()
                .statusCode(400);
        other.with(Scopes.CUSTOMERS_WRITE)
                .body("{\"name\": \"Pros\", \"rule\": " + PROS + "}")
                .post("/v1/segments")
                .then()
                .statusCode(201)
                .body("id", notNullValue());
        get("/" + id).body("size", equalTo(2));
    }

    @Test
    void membersFollowMergesAndUndoneLinks() {
        String id = save("Pros", PROS).extract().path("id");
        String never = save("Never there", "{\"did\": \"store_visit\", \"exactly\": 0}")
                .extract()
                .path("id");
        customers(never, "").body("items.id", contains("cid"));
        crumb.identify("{\"formerCustomerId\": \"cid\", \"customerId\": \"bob\"}")
                .statusCode(202);
        customers(id, "").body("items.id", contains("ann", "bob"));
        customers(never, "").body("items.id", empty());
        crumb.undo("customer", "cid").statusCode(204);
        customers(id, "").body("items.id", hasItems("ann", "cid"));
        crumb.identify("{\"email\": \"dora@x.ie\", \"customerId\": \"dora\"}").statusCode(202);
        customers(never, "").body("items.id", contains("cid", "dora"));
        crumb.undo("email", "dora@x.ie").statusCode(204);
        customers(never, "").body("items.id", contains("cid"));
    }

    @Test
    void whoIsForgottenIsNoCustomerOfAnySegment() {
        String id = save("Pros", PROS).extract().path("id");
        String never = save("No sharing", "{\"did\": \"share\", \"exactly\": 0}")
                .extract()
                .path("id");
        customers(never, "").body("items.id", contains("ann", "bob", "cid"));
        crumb.with(Scopes.CUSTOMERS_WRITE).delete("/v1/customers/ann").then().statusCode(202);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> customers(never, "").body("items.id", contains("bob", "cid")));
        customers(id, "").body("items.id", contains("cid"));
        get("/" + never).body("size", equalTo(2), "customers", equalTo(2));
    }

    @Test
    void scopesAreAskedFor() {
        crumb.with(Scopes.METRICS_READ).body("{}").post("/v1/segments").then().statusCode(403);
        crumb.with(Scopes.METRICS_READ).delete("/v1/segments/x").then().statusCode(403);
        crumb.with(Scopes.METRICS_READ).get("/v1/segments/new/customers").then().statusCode(403);
        crumb.with(Scopes.CUSTOMERS_WRITE).get("/v1/segments").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "{\"name\": \"a\"}",
                "{\"name\": \"a\", \"rule\": null}",
                "{\"name\": \"a\", \"rule\": []}",
                "{\"name\": \"a\", \"rule\": {\"trait\": \"a\", \"is\": 1}, \"colour\": \"red\"}",
                "{\"name\": \"a\", \"rule\": {\"trait\": \"a\", \"atLeast\": NaN}}",
                "{\"name\": \"a\", \"rule\": {\"trait\": \"a\", \"is\": 1, \"is\": 2}}",
                "{\"name\": \"a\", \"rule\": {\"trait\": \"a\", \"is\": 1e999999999}}",
                "{\"name\": \"a\", \"rule\": {\"trait\": \"a\\u0000\", \"is\": \"b\"}}",
                "{\"name\": \"a\", \"rule\": {\"trait\": \"a\", \"in\": [\"\\ud800\"]}}"
            })
    void whatIsWrongIsRefused(String body) {
        crumb.with(Scopes.CUSTOMERS_WRITE)
                .body(body)
                .post("/v1/segments")
                .then()
                .statusCode(400);
    }

    @Test
    void deepAndLongRulesAreRefused() {
        String deep = "{\"not\": ".repeat(10_000) + PROS + "}".repeat(10_000);
        save("Deep", deep).statusCode(400);
        save("Deeper than rules go", "{\"not\": ".repeat(20) + PROS + "}".repeat(20))
                .statusCode(400)
                .body("detail", containsString("8 deep"));
        save("Long", "{\"any\": [" + (PROS + ",").repeat(40_000) + PROS + "]}").statusCode(413);
        save("Less long", "{\"any\": [" + (PROS + ",").repeat(3_000) + PROS + "]}")
                .statusCode(400)
                .body("errors[0].field", equalTo("rule"));
        save("A long text", "{\"trait\": \"plan\", \"is\": \"" + "x".repeat(1_001) + "\"}")
                .statusCode(400);
    }

    @Test
    @DisplayName("Whatever JSON is sent as a rule is saved or refused, and never a fault")
    void anythingIsAnswered() {
        int saved = 0;
        for (int i = 0; i < 80; i++) {
            String rule = HostileRule.any(new Random(i));
            ValidatableResponse answer = save("n" + i, rule);
            int status = answer.extract().statusCode();
            assertThat(status).as(rule).isIn(201, 400);
            if (status == 201) {
                saved++;
                customers(answer.extract().path("id"), "").statusCode(200);
            }
        }
        assertThat(saved).isBetween(10, 70);
    }

    private ValidatableResponse save(String name, String rule) {
        return crumb.with(Scopes.CUSTOMERS_WRITE)
                .body("{\"name\": \"" + name + "\", \"rule\": " + rule + "}")
                .post("/v1/segments")
                .then();
    }

    private ValidatableResponse keyed(String key, String body) {
        return crumb.with(Scopes.CUSTOMERS_WRITE)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/segments")
                .then();
    }

    private ValidatableResponse get(String path) {
        return crumb.with(Scopes.METRICS_READ).get("/v1/segments" + path).then();
    }

    private ValidatableResponse customers(String id, String query) {
        return crumb.with(Scopes.CUSTOMERS_READ)
                .urlEncodingEnabled(false)
                .get("/v1/segments/" + id + "/customers" + query)
                .then();
    }

    private ValidatableResponse change(String id, String body, String tag) {
        var request = crumb.with(Scopes.CUSTOMERS_WRITE).body(body);
        return (tag == null ? request : request.header("If-Match", tag))
                .patch("/v1/segments/" + id)
                .then();
    }

    private ValidatableResponse delete(String id, String tag) {
        var request = crumb.with(Scopes.CUSTOMERS_WRITE);
        return (tag == null ? request : request.header("If-Match", tag))
                .delete("/v1/segments/" + id)
                .then();
    }
}
