package io.rapport.feedback.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.Doubles;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders, refunds, subscriptions and survey answers, from payloads that are built as the sources' documentation shows them. */
@QuarkusTest
class ShopsTest extends ConnectionTest {
    private Doubles metrics;

    @BeforeEach
    void start() {
        metrics = Doubles.metrics().start();
    }

    @AfterEach
    void stop() {
        metrics.close();
    }

    @Test
    void aChargeOfStripesIsAPurchaseHoweverOftenItIsTold() {
        connect(stripe());
        stripe("evt_1", "charge.succeeded", CHARGE);
        stripe("evt_1", "charge.succeeded", CHARGE);
        stripe("evt_2", "charge.captured", CHARGE);
        settled(3);
        List<JsonNode> purchases = taken(metrics, "/v1/events", 2);
        JsonNode purchase = purchases.getFirst();
        assertThat(purchases).allMatch(one -> one.equals(purchase)).hasSize(2);
        assertThat(purchase.path("id").asText()).isEqualTo("purchase:ch_1");
        assertThat(purchase.path("source").asText()).isEqualTo("stripe");
        assertThat(purchase.path("type").asText()).isEqualTo("purchase");
        assertThat(purchase.path("customerId").asText()).isEqualTo("cus_1");
        assertThat(purchase.at("/value/amount").asText()).isEqualTo("12.5");
        assertThat(purchase.at("/value/currency").asText()).isEqualTo("EUR");
        assertThat(purchase.at("/properties/orderId").asText()).isEqualTo("pi_1");
        assertThat(purchase.path("occurredAt").asText()).isEqualTo("2026-03-01T10:00:00Z");
        JsonNode link = taken(metrics, "/v1/identify", 1).getFirst();
        assertThat(link.path("email").asText()).isEqualTo("a@example.com");
        assertThat(link.path("customerId").asText()).isEqualTo("cus_1");
    }

    @Test
    void moneyThatIsOnlySetAsideIsNoPurchase() {
        connect(stripe());
        stripe("evt_1", "charge.succeeded", CHARGE.replace("\"captured\": true", "\"captured\": false"));
        assertThat(settled(1).getFirst()).containsEntry("detail", "the charge is not captured yet");
        assertThat(metrics.takenAt("/v1/events")).isEmpty();
    }

    @Test
    void refundsAndSubscriptionsOfStripe() {
        connect(stripe());
        stripe("evt_1", "refund.created", """
                {"id": "re_1", "object": "refund", "amount": 500, "charge": "ch_1", "payment_intent": "pi_1",
                 "created": 1772359200, "currency": "jpy", "status": "succeeded"}""");
        stripe(
                "evt_2",
                "customer.subscription.created",
                subscription("active", 3000, "\"month\", \"interval_count\": 3"));
        stripe("evt_3", "customer.subscription.deleted", subscription("canceled", 12000, "\"year\""));
        settled(3);
        List<JsonNode> events = taken(metrics, "/v1/events", 3);
        JsonNode refund = of(events, "refund");
        assertThat(refund.at("/value/amount").asText()).isEqualTo("500");
        assertThat(refund.at("/value/currency").asText()).isEqualTo("JPY");
        JsonNode started = of(events, "subscription_started");
        assertThat(started.at("/value/amount").asText()).isEqualTo("10");
        assertThat(started.at("/properties/period").asText()).isEqualTo("month");
        assertThat(started.at("/properties/subscriptionId").asText()).isEqualTo("sub_1");
        JsonNode ended = of(events, "subscription_cancelled");
        assertThat(ended.at("/value/amount").asText()).isEqualTo("120");
        assertThat(ended.at("/properties/period").asText()).isEqualTo("year");
    }

    @Test
    void whatIsOfTestModeOrOfNoUseIsPassedOver() {
        connect(stripe());
        deliver(
                        Signers.STRIPE,
                        event("evt_1", "charge.succeeded", CHARGE).replace("\"livemode\": true", "\"livemode\": false"))
                .statusCode(200);
        stripe("evt_2", "payout.paid", "{\"id\": \"po_1\"}");
        assertThat(settled(2)).allSatisfy(one -> assertThat(one).containsEntry("outcome", "processed"));
        assertThat(metrics.takenAt("/v1/events")).isEmpty();
    }

    @Test
    void anOrderOfShopifysCountsOnceItIsPaid() {
        connect("{\"type\": \"shopify\", \"name\": \"Shop\", \"secret\": \"shpss_0123456789\"}");
        shopify("w1", "orders/create", ORDER.replace("\"paid\"", "\"pending\""));
        shopify("w2", "orders/paid", ORDER);
        shopify("w3", "orders/updated", ORDER.replace("\"refunds\": []", "\"refunds\": [" + REFUND + "]"));
        shopify("w4", "refunds/create", REFUND);
        settled(4);
        List<JsonNode> events = taken(metrics, "/v1/events", 4);
        assertThat(events.stream().map(one -> one.path("id").asText()).distinct())
                .containsExactlyInAnyOrder("purchase:820982911", "refund:509562969");
        JsonNode purchase = of(events, "purchase");
        assertThat(purchase.at("/value/amount").asText()).isEqualTo("19.9");
        assertThat(purchase.path("customerId").asText()).isEqualTo("115310627");
        assertThat(purchase.path("channel").asText()).isEqualTo("online_store");
        assertThat(purchase.at("/properties/items/0/product").asText()).isEqualTo("Rye loaf");
        assertThat(of(events, "refund").at("/value/amount").asText()).isEqualTo("4");
    }

    @Test
    void whatMetricsServiceRefusesShowsAtItsDelivery() {
        connect(stripe());
        metrics.behave(body -> body.isArray() ? Doubles.Reply.problem(400, "No such currency.") : Doubles.taken(body));
        stripe("evt_1", "charge.succeeded", CHARGE);
        org.awaitility.Awaitility.await()
                .until(() -> "failed".equals(settled(1).getFirst().get("outcome")));
        assertThat((String) settled(1).getFirst().get("detail")).contains("No such currency.");
        metrics.behave(Doubles::taken);
        String failed = deliveries().extract().path("items[0].id");
        call().post("/v1/connections/" + id + "/deliveries/" + failed + "/replay")
                .then()
                .statusCode(202);
        taken(metrics, "/v1/events", 1);
        assertThat(settled(1).getFirst()).containsEntry("outcome", "processed");
    }

    @Test
    void whatComesWhileMetricsServiceIsAwayWaits() {
        metrics.close();
        connect(stripe());
        stripe("evt_1", "charge.succeeded", CHARGE);
        settled(1);
        metrics.start();
        assertThat(taken(metrics, "/v1/events", 1)).hasSize(1);
    }

    @Test
    void anAnswerToATypeformIsOneToASurvey() {
        connect("{\"type\": \"typeform\", \"name\": \"Form\", \"settings\": {\"touchpoint\": \"after_visit\"}}");
        deliver(Signers.TYPEFORM, TYPEFORM).statusCode(200);
        settled(1);
        feedback("typeform", "a3a12ec67a1365927098a606107fac15")
                .statusCode(200)
                .body("kind", equalTo("survey_response"))
                .body("text", equalTo("The queue."))
                .body("touchpoint", equalTo("after_visit"))
                .body("author.customerId", equalTo("c-9"))
                .body("survey.type", equalTo("nps"))
                .body("survey.score", equalTo(9));
    }

    @Test
    void aScoreOutsideOfItsScaleIsNamed() {
        connect("{\"type\": \"typeform\", \"name\": \"Form\", \"settings\": {\"max\": 7}}");
        deliver(Signers.TYPEFORM, TYPEFORM).statusCode(200);
        assertThat(settled(1).getFirst()).containsEntry("outcome", "failed");
        assertThat((String) deliveries().extract().path("items[0].detail")).contains("from 0 to 7");
    }

    private static JsonNode of(List<JsonNode> events, String type) {
        return events.stream()
                .filter(one -> one.path("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static String stripe() {
        return "{\"type\": \"stripe\", \"name\": \"Shop\", \"secret\": \"whsec_abcdefghijklmnop\"}";
    }

    private void stripe(String event, String type, String object) {
        deliver(Signers.STRIPE, event(event, type, object)).statusCode(200);
    }

    private static String event(String id, String type, String object) {
        return "{\"id\": \"" + id + "\", \"object\": \"event\", \"type\": \"" + type
                + "\", \"created\": 1772359200, \"livemode\": true, \"data\": {\"object\": " + object + "}}";
    }

    private void shopify(String message, String topic, String body) {
        Map<String, String> headers = new HashMap<>(Signers.SHOPIFY.sign(secret, body.getBytes(), Instant.now()));
        headers.put("x-shopify-topic", topic);
        headers.put("x-shopify-webhook-id", message);
        deliver(headers, body).statusCode(200);
    }

    private static String subscription(String status, int amount, String interval) {
        return """
                {"id": "sub_1", "object": "subscription", "status": "%s", "customer": "cus_1", "currency": "eur",
                 "items": {"data": [{"quantity": 1, "price": {"id": "price_1", "nickname": "Bread box", "unit_amount": %d,
                  "currency": "eur", "recurring": {"interval": %s}}}]}}""".formatted(status, amount, interval);
    }

    private static final String CHARGE = """
            {"id": "ch_1", "object": "charge", "amount": 1250, "amount_captured": 1250, "captured": true, "currency": "eur",
             "customer": "cus_1", "created": 1772359200, "payment_intent": "pi_1",
             "billing_details": {"email": "a@example.com"}}""";

    private static final String REFUND = """
            {"id": 509562969, "order_id": 820982911, "created_at": "2026-03-02T09:00:00+00:00", "note": "stale",
             "transactions": [{"kind": "refund", "status": "success", "amount": "4.00", "currency": "EUR"}]}""";

    private static final String ORDER = """
            {"id": 820982911, "name": "#1001", "email": "jo@example.com", "test": false, "financial_status": "paid",
             "created_at": "2026-03-01T11:00:00+01:00", "total_price": "19.90", "currency": "EUR", "source_name": "web",
             "customer": {"id": 115310627, "email": "jo@example.com"},
             "line_items": [{"title": "Rye loaf", "quantity": 2, "price": "9.95"}], "refunds": []}""";

    private static final String TYPEFORM = """
            {"event_id": "01F", "event_type": "form_response", "form_response": {"form_id": "lT4Z3j",
             "token": "a3a12ec67a1365927098a606107fac15", "submitted_at": "2026-03-01T10:00:00Z",
             "hidden": {"customer_id": "c-9"}, "answers": [
              {"type": "number", "number": 9, "field": {"id": "h1", "type": "nps", "ref": "would_recommend"}},
              {"type": "text", "text": "The queue.", "field": {"id": "h2", "type": "long_text", "ref": "why"}},
              {"type": "choice", "choice": {"label": "Weekly"}, "field": {"id": "h3", "type": "multiple_choice", "ref": "often"}}
             ]}}""";
}
