package io.rapport.metrics.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.rapport.frame.token.Scopes;
import io.rapport.metrics.prediction.FitClient;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MetricsTest
class CustomersOverHttpTest {
    private Client crumb;

    @BeforeEach
    void newBusiness() {
        crumb = Client.newBusiness("UTC");
        crumb.events("[" + order("1", "ann", "2026-01-05", "10.00") + "," + order("2", "ann", "2026-02-05", "20.50")
                        + ","
                        + order("3", "bob", "2026-01-20", "5.00") + "," + order("4", "cy", "2026-02-20", "99.00") + ","
                        + refund("5", "4", "cy", "2026-02-21", "9.00") + "]")
                .statusCode(202);
        crumb.identify("""
                {"email": "Dee@crumb.example", "customerId": "dee", "traits": {"plan": "gold", "age": 41}}""").statusCode(202);
    }

    @Test
    void aCustomerIsAllThatIsKnownWithNullsForWhatIsNot() {
        get("/v1/customers/ann")
                .statusCode(200)
                .body("id", equalTo("ann"), "identities", hasSize(0), "traits", equalTo(Map.of()))
                .body("firstSeen", equalTo("2026-01-05T10:00:00Z"), "lastSeen", equalTo("2026-02-05T10:00:00Z"))
                .body("value.orders", equalTo(2), "value.revenue", equalTo("30.50"), "value.currency", equalTo("EUR"))
                .body("value.averageOrderValue", equalTo("15.25"), "value.rfm", nullValue(), "predictions", nullValue())
                .body("scores.sentiment", nullValue(), "scores.nps", nullValue(), "scores.feedback", equalTo(0))
                .body("timeline", equalTo("/v1/customers/ann/timeline"));
        get("/v1/customers/cy").body("value.revenue", equalTo("90.00"), "value.averageOrderValue", equalTo("90.00"));
        get("/v1/customers/dee")
                .body("traits", hasEntry("plan", "gold"), "traits", hasEntry("age", "41"))
                .body("identities.type", contains("email"), "identities.id", contains("dee@crumb.example"))
                .body("firstSeen", nullValue(), "value.orders", equalTo(0), "value.averageOrderValue", nullValue());
    }

    @Test
    void predictionsAreAsOfTheEndOfWhatWasFitted() {
        FitClient fits = new FitClient(crumb);
        fits.fit("bg-nbd", "2026-01-01", "2026-03-01");
        fits.fit("gamma-gamma", "2026-01-01", "2026-03-01");
        JsonPath ann = get("/v1/customers/ann").extract().jsonPath();
        assertThat(ann.getMap("value.rfm"))
                .containsEntry("recency", 24)
                .containsEntry("frequency", 2)
                .containsEntry("monetary", "30.50")
                .containsEntry("asOf", "2026-03-01");
        assertThat(ann.getDouble("predictions.pAlive")).isBetween(0.0, 1.0);
        double in90 = ann.getDouble("predictions.expectedPurchases.90");
        assertThat(in90).isPositive().isLessThan(ann.getDouble("predictions.expectedPurchases.365"));
        double worth = Double.parseDouble(ann.getString("predictions.expectedOrderValue"));
        assertThat(Double.parseDouble(ann.getString("predictions.expectedValue.90")))
                .isCloseTo(in90 * worth, org.assertj.core.api.Assertions.within(1e-3));
        assertThat(ann.getInt("predictions.intervals.expectedPurchases.90.high"))
                .isGreaterThanOrEqualTo(1);
        assertThat(ann.getString("predictions.modelVersion")).isEqualTo("bg-nbd 1, gamma-gamma 1");
        assertThat((Object) ann.get("predictions.churnRisk")).isNull();
        assertThat(ann.getMap("predictions")).containsKey("churnRisk");
        get("/v1/customers/dee").body("predictions", nullValue(), "value.rfm", nullValue());
        // What happens since changes what was bought, and no prediction until the next fit.
        crumb.events("[" + order("9", "ann", "2026-03-05", "1.00") + "]").statusCode(202);
        get("/v1/customers/ann").body("value.orders", equalTo(3), "value.rfm.frequency", equalTo(2));
    }

    @Test
    void theListIsSortedPagedAndRestricted() {
        get("/v1/customers").statusCode(200).body("items.id", contains("ann", "bob", "cy", "dee"), "next", nullValue());
        get("/v1/customers?sort=-revenue").body("items.id", contains("cy", "ann", "bob", "dee"));
        get("/v1/customers?sort=revenue").body("items.id", contains("bob", "ann", "cy", "dee"));
        get("/v1/customers?sort=lastOrder").body("items.id", contains("bob", "ann", "cy", "dee"));
        get("/v1/customers?segment=trait.plan==gold").body("items.id", contains("dee"));
        get("/v1/customers?segment=did.purchase>=2").body("items.id", contains("ann"));
        get("/v1/customers?segment=customer==bob,customer==cy&sort=-orders").body("items.id", contains("cy", "bob"));
        new FitClient(crumb).fit("bg-nbd", "2026-01-01", "2026-03-01");
        get("/v1/customers?sort=-pAlive").body("items.id", hasSize(4), "items[3].id", equalTo("dee"));
        get("/v1/customers?segment=tier==champion").body("items.value.rfm.tier", everyItem(equalTo("champion")));
        for (String sort : List.of("id", "-revenue", "expectedValue", "-churnRisk", "recency", "-monetary")) {
            List<String> all = get("/v1/customers?sort=" + sort).extract().path("items.id");
            assertThat(paged(sort)).as(sort).containsExactlyElementsOf(all);
        }
    }

    private List<String> paged(String sort) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = get("/v1/customers?limit=1&sort=" + sort + "&cursor=" + cursor)
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        }
        return ids;
    }

    @Test
    void aMergedCustomerAnswersAsWhoTheyAreNow() {
        crumb.identify("{\"formerCustomerId\": \"bob\", \"customerId\": \"ann\"}")
                .statusCode(202);
        get("/v1/customers/bob")
                .statusCode(200)
                .body(
                        "id",
                        equalTo("ann"),
                        "value.orders",
                        equalTo(3),
                        "timeline",
                        equalTo("/v1/customers/ann/timeline"))
                .body("identities.type", hasItem("customer"), "identities.id", hasItem("bob"));
        get("/v1/customers?sort=-orders").body("items.id", contains("ann", "cy", "dee"));
        get("/v1/customers/bob/timeline").body("items", hasSize(3));
    }

    @Test
    void whoWasForgottenIsNotFound() {
        new FitClient(crumb).fit("bg-nbd", "2026-01-01", "2026-03-01");
        String receipt = crumb.with(Scopes.CUSTOMERS_WRITE)
                .delete("/v1/customers/ann")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        get("/v1/customers/ann").statusCode(404);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get(receipt).body("parts[0].state", equalTo("done")));
        get("/v1/customers/ann").statusCode(404);
        get("/v1/customers/ann/timeline").statusCode(404);
        get("/v1/customers").body("items.id", contains("bob", "cy", "dee"));
    }

    @Test
    void theTimelineIsWhatTheCustomerDidAndSaidNewestFirst() {
        crumb.facts(crumb.review("r1", 1, 1, false, 2.0, -0.6)
                        .replace("\"customerId\": null", "\"customerId\": \"ann\""))
                .statusCode(200);
        JsonPath first = get("/v1/customers/ann/timeline?limit=2")
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(first.getList("items.type")).containsExactly("review", "purchase");
        assertThat(first.getString("items[0].link")).isEqualTo("/v1/feedback/google/r1");
        assertThat(first.getString("items[1].value.amount")).isEqualTo("20.50");
        get("/v1/customers/ann/timeline?limit=2&cursor=" + first.getString("next"))
                .body("items.at", contains("2026-01-05T10:00:00Z"), "next", nullValue());
        get("/v1/customers/ann").body("scores.rating", equalTo(2.0f), "lastSeen", notNullValue());
    }

    @Test
    void whatIsAskedWronglyIsRefusedAndOthersCustomersAreUnknown() {
        get("/v1/customers/nobody").statusCode(404);
        get("/v1/customers/nobody/timeline").statusCode(404);
        get("/v1/customers?sort=shoeSize").statusCode(400).body("errors[0].field", equalTo("sort"));
        get("/v1/customers?segment=planet==mars").statusCode(400).body("errors[0].field", equalTo("segment"));
        get("/v1/customers?cursor=bm9uZQ&limit=9999").statusCode(400).body("errors.field", contains("limit", "cursor"));
        get("/v1/customers/ann/timeline?cursor=x").statusCode(400);
        get("/v1/customers/%00").statusCode(org.hamcrest.Matchers.oneOf(400, 404));
        Client other = Client.newBusiness();
        other.with(Scopes.CUSTOMERS_READ).get("/v1/customers/ann").then().statusCode(404);
        other.with(Scopes.CUSTOMERS_READ).get("/v1/customers").then().body("items", hasSize(0));
        crumb.with(Scopes.METRICS_READ).get("/v1/customers/ann").then().statusCode(403);
    }

    private ValidatableResponse get(String path) {
        return crumb.with(Scopes.CUSTOMERS_READ)
                .urlEncodingEnabled(false)
                .get(path.replace(">", "%3E"))
                .then();
    }

    private static String order(String id, String customer, String day, String amount) {
        return """
                {"id": "%s", "source": "shop", "type": "purchase", "occurredAt": "%sT10:00:00Z", "customerId": "%s",
                 "value": {"amount": "%s", "currency": "EUR"}, "properties": {"orderId": "%s"}}""".formatted(id, day, customer, amount, id);
    }

    private static String refund(String id, String order, String customer, String day, String amount) {
        return """
                {"id": "%s", "source": "shop", "type": "refund", "occurredAt": "%sT10:00:00Z", "customerId": "%s",
                 "value": {"amount": "%s", "currency": "EUR"}, "properties": {"orderId": "%s"}}""".formatted(id, day, customer, amount, order);
    }
}
