package io.rapport.metrics.value;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.rapport.frame.token.Scopes;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Worked by hand: small enough to follow. */
@MetricsTest
class MoneyTest {
    private static final String QUARTER = "?from=2026-01-01&to=2026-04-01";

    @Test
    @DisplayName("Revenue subtracts refunds in the period of the refund, and tells what it leaves out")
    void revenue() {
        Client crumb = bakery();
        crumb.events("[" + order("1", "ann", "2026-01-10", "30.00", "EUR", "shop") + ","
                        + order("2", "bob", "2026-01-20", "50.00", "EUR", "search") + ","
                        + order("3", "ann", "2026-02-10", "20.00", "USD", "shop") + ","
                        + order("4", "cy", "2026-02-11", "99.00", "GBP", "search") + ","
                        + refund("5", "2", "ann", "2026-02-20", "10.00", "EUR") + ","
                        + refund("6", "1", "ann", "2026-02-21", "30.01", "EUR") + ","
                        + refund("7", "never", "ann", "2026-02-22", "1.00", "EUR") + "]")
                .statusCode(202);
        crumb.metric("revenue" + QUARTER + "&interval=month&by=channel&compare=previous")
                .statusCode(200)
                .body("total.value", equalTo("88.40"), "total.currency", equalTo("EUR"), "total.n", equalTo(4))
                .body("total.leftOut.noRate", equalTo(1), "total.leftOut.setAside", equalTo(2))
                .body("series.value", contains("80.00", "8.40", "0.00"))
                .body("breakdown.find { it.key == 'search' }.value", equalTo("40.00"))
                .body("breakdown.find { it.key == 'shop' }.value", equalTo("48.40"))
                .body("total.change.previous", equalTo("0.00"), "total.change.absolute", equalTo("88.40"));
        crumb.metric("orders" + QUARTER + "&by=acquisition_channel")
                .body("total.value", equalTo(4), "breakdown.find { it.key == 'search' }.value", equalTo(2));
        crumb.metric("average_order_value" + QUARTER)
                .body("total.value", equalTo("29.47"), "total.numerator", equalTo("88.40"))
                .body("total.denominator", equalTo(3), "total.interval.method", equalTo("bca"));
        crumb.metric("revenue/evidence" + QUARTER)
                .body("items", hasSize(7), "items[0].leftOut", equalTo("refund_without_order"))
                .body("items[1].leftOut", equalTo("refund_beyond_order"), "items[2].leftOut", nullValue());
        // The order that was missing comes late, and all is well.
        crumb.events(order("never", "ann", "2026-02-01", "5.00", "EUR", "shop"));
        crumb.metric("revenue" + QUARTER).body("total.value", equalTo("92.40"), "total.leftOut.setAside", equalTo(1));
    }

    @Test
    @DisplayName("How often and how many again count known buyers, by what was known at the period's end")
    void frequency() {
        Client crumb = bakery();
        crumb.events("[" + order("1", "ann", "2025-06-10", "30.00", "EUR", "shop") + ","
                + order("2", "ann", "2026-01-20", "50.00", "EUR", "shop") + ","
                + order("3", "bob", "2026-02-10", "20.00", "EUR", "shop") + ","
                + order("4", "cy", "2026-02-11", "9.00", "EUR", "shop") + ","
                + order("5", "cy", "2026-02-12", "9.00", "EUR", "shop") + ","
                + order("6", "cy", "2026-05-12", "9.00", "EUR", "shop") + "]");
        crumb.metric("purchase_frequency?from=2026-01-01&to=2027-01-01")
                .body("total.numerator", equalTo(5), "total.denominator", equalTo(3))
                .body("total.value.toDouble()", closeTo(5 / 3.0, 1e-6));
        crumb.metric("purchase_frequency" + QUARTER)
                .body("total.value.toDouble()", closeTo(4 / 3.0 / (90 / 365.0), 1e-6));
        crumb.metric("repeat_purchase_rate" + QUARTER + "&by=cohort")
                .body("total.numerator", equalTo(2), "total.denominator", equalTo(3))
                .body("total.interval.method", equalTo("wilson"))
                .body("breakdown.find { it.key == '2025-06' }.value", equalTo(1.0f))
                .body("breakdown.find { it.key == '2026-02' }.value", equalTo(0.5f));
    }

    @Test
    @DisplayName("What a new customer costs is spend over who became one, by the channel that they came by")
    void costOfCustomers() {
        Client crumb = bakery();
        crumb.events("[" + order("1", "ann", "2026-01-10", "30.00", "EUR", "search") + ","
                + order("2", "bob", "2026-01-20", "50.00", "EUR", "search") + ","
                + order("3", "cy", "2026-02-10", "20.00", "EUR", "shop") + ","
                + order("4", "ann", "2026-02-11", "20.00", "EUR", "shop") + "]");
        crumb.with(Scopes.EVENTS_WRITE).body("""
                        [{"channel": "search", "campaign": "spring", "kind": "ads", "from": "2026-01-01", "to": "2026-02-01",
                          "amount": {"amount": "31.00", "currency": "EUR"}},
                         {"channel": null, "campaign": null, "kind": "salaries", "from": "2026-01-01", "to": "2026-03-01",
                          "amount": {"amount": "59.00", "currency": "EUR"}},
                         {"channel": "shop", "campaign": null, "kind": "other", "from": "2026-01-01", "to": "2026-02-01",
                          "amount": {"amount": "5.00", "currency": "GBP"}}]""").post("/v1/spend").then().statusCode(202);
        crumb.metric("cac" + QUARTER + "&by=channel&interval=month")
                .statusCode(200)
                .body("total.value", equalTo("30.00"), "total.numerator", equalTo("90.00"))
                .body("total.denominator", equalTo(3), "total.spendWithoutRate", equalTo(1))
                .body("breakdown.find { it.key == 'search' }.value", equalTo("15.50"))
                // 90.00 over Garwood's 0.6187 to 8.7673 of the three.
                .body("total.interval.method", equalTo("garwood"), "total.reliability", equalTo("low"))
                .body("total.interval.low", equalTo(10.27f), "total.interval.high", equalTo(145.47f))
                .body("breakdown.find { it.key == 'shop' }.value", nullValue())
                .body("breakdown.find { it.key == 'shop' }.reason", equalTo("no_rate"))
                .body("breakdown.find { it.key == '(none)' }.reason", equalTo("no_new_customers"))
                .body("series[0].value", equalTo("31.00"), "series[1].numerator", equalTo("28.00"))
                .body("series[2].value", nullValue(), "series[2].reason", equalTo("no_spend"));
        crumb.metric("cac?from=2026-01-01&to=2026-01-11&kind=ads").body("total.value", equalTo("10.00"));
        crumb.metric("cac" + QUARTER + "&segment=channel==search").body("total.value", equalTo("15.50"));
        // 120.00 of three buyers, in ten years' lifespan of a year's pace, at half the price.
        crumb.metric("cltv?from=2026-01-01&to=2027-01-01&lifespan=10")
                .statusCode(200)
                .body("total.averageOrderValue", equalTo("30.00"), "total.valuePerYear", equalTo("40.00"))
                .body("total.margin", equalTo("0.5"), "total.value", equalTo("200.00"))
                .body("total.interval.method", equalTo("bca"));
        crumb.metric("cltv_to_cac?from=2026-01-01&to=2027-01-01&lifespan=10&by=channel")
                .body("total.value.toDouble()", closeTo(200 / 30.0, 1e-4), "total.interval.method", equalTo("mover"))
                .body("breakdown.find { it.key == 'search' }.denominator", equalTo("15.50"));
        crumb.metric("cac_payback_months?from=2026-01-01&to=2027-01-01")
                .body("total.value.toDouble()", closeTo(30 / (40 * 0.5 / 12), 1e-4));
        crumb.metric("cltv?from=2026-01-01&to=2027-01-01").body("total.value", nullValue());
        crumb.metric("cltv?lifespan=0").statusCode(400).body("errors[0].field", equalTo("lifespan"));
    }

    @Test
    @DisplayName(
            "Where nobody said what was spent, what a customer cost is not known: not nothing, and nor is what is made of it")
    void spendThatNobodyTold() {
        Client crumb = bakery();
        crumb.events("[" + order("1", "ann", "2026-01-10", "30.00", "EUR", "search") + ","
                + order("2", "bob", "2026-02-20", "50.00", "EUR", "shop") + "]");
        for (String metric : List.of("cac", "cltv_to_cac", "cac_payback_months")) {
            crumb.metric(metric + QUARTER + (metric.equals("cac") ? "" : "&lifespan=2"))
                    .statusCode(200)
                    .body("total.value", nullValue(), "total.reason", equalTo("no_spend"))
                    .body("total.interval", nullValue());
        }
        spend(crumb, "search", "0.00");
        crumb.metric("cac" + QUARTER + "&by=channel")
                .body("total.value", equalTo("0.00"), "total.reason", nullValue(), "total.interval", nullValue())
                .body("breakdown.find { it.key == 'search' }.value", equalTo("0.00"))
                .body("breakdown.find { it.key == 'shop' }.value", nullValue())
                .body("breakdown.find { it.key == 'shop' }.reason", equalTo("no_spend"));
        crumb.metric("cltv_to_cac" + QUARTER + "&lifespan=2&by=channel")
                .body("total.value", nullValue(), "total.reason", equalTo("nothing_spent"))
                .body("breakdown.find { it.key == 'search' }.reason", equalTo("nothing_spent"))
                .body("breakdown.find { it.key == 'shop' }.reason", equalTo("no_spend"));
        crumb.metric("cac_payback_months" + QUARTER).body("total.value", equalTo(0.0f));
        spend(crumb, "search", "20.00");
        crumb.metric("cac" + QUARTER + "&by=channel&compare=previous")
                .body("total.value", equalTo("10.00"), "total.change.previous", nullValue())
                .body("breakdown.find { it.key == 'search' }.value", equalTo("20.00"))
                .body("breakdown.find { it.key == 'shop' }.reason", equalTo("no_spend"));
        crumb.metric("cac?from=2026-02-01&to=2026-03-01&compare=previous")
                .body("total.value", nullValue(), "total.change.previous", equalTo("20.00"))
                .body("total.change.absolute", nullValue());
    }

    @Test
    @DisplayName("Where nothing is left of what a customer brings in, what one cost is never paid back")
    void nothingIsLeft() {
        Client crumb = bakery("0");
        crumb.metric("cac_payback_months" + QUARTER)
                .body("total.value", nullValue(), "total.reason", equalTo("no_data"));
        crumb.events("[" + order("1", "ann", "2026-01-10", "30.00", "EUR", "search") + "]");
        spend(crumb, "search", "20.00");
        crumb.metric("cac_payback_months" + QUARTER)
                .statusCode(200)
                .body("total.value", nullValue(), "total.interval", nullValue(), "total.margin", equalTo("0"))
                .body("total.numerator", equalTo("20.00"), "total.denominator", equalTo("0.00"))
                .body("total.reason", equalTo("no_margin"));
    }

    private static void spend(Client crumb, String channel, String amount) {
        crumb.with(Scopes.EVENTS_WRITE)
                .body("""
                        {"channel": "%s", "campaign": null, "kind": "ads", "from": "2026-01-01", "to": "2026-02-01",
                         "amount": {"amount": "%s", "currency": "EUR"}}""".formatted(channel, amount))
                .post("/v1/spend")
                .then()
                .statusCode(202);
    }

    @Test
    @DisplayName("An amount below zero is refused by the field, in a batch by its index")
    void belowZero() {
        Client crumb = bakery();
        crumb.events("[" + order("1", "ann", "2026-01-10", "30.00", "EUR", "shop") + ","
                        + order("2", "ann", "2026-01-10", "-0.01", "EUR", "shop") + "]")
                .statusCode(400)
                .body("errors[0].index", equalTo(1), "errors[0].field", equalTo("value.amount"))
                .body("errors[0].detail", equalTo("must not be negative"));
        crumb.metric("orders" + QUARTER).body("total.value", equalTo(0));
        crumb.metric("average_order_value" + QUARTER)
                .body("total.value", nullValue(), "total.reason", equalTo("no_data"), "total.denominator", equalTo(0));
    }

    static Client bakery() {
        return bakery("0.5");
    }

    private static Client bakery(String margin) {
        Client crumb = Client.newBusiness();
        crumb.with(Scopes.INTERNAL_SETTINGS)
                .body(Map.of(
                        "version",
                        2,
                        "timeZone",
                        "Europe/Dublin",
                        "currency",
                        "EUR",
                        "margin",
                        margin,
                        "inactivityDays",
                        60,
                        "rates",
                        List.of(Map.of("currency", "USD", "rate", "0.92", "from", "2026-01-01"))))
                .put("/internal/v1/businesses/{id}/settings", crumb.business())
                .then()
                .statusCode(204);
        return crumb;
    }

    static String order(String id, String customer, String day, String amount, String currency, String channel) {
        return event(id, "purchase", customer, day, amount, currency, channel, id);
    }

    private static String refund(String id, String order, String customer, String day, String amount, String currency) {
        return event(id, "refund", customer, day, amount, currency, null, order);
    }

    private static String event(
            String id,
            String type,
            String customer,
            String day,
            String amount,
            String currency,
            String channel,
            String order) {
        return """
                {"id": "%s-%s", "source": "shop", "type": "%s", "occurredAt": "%sT10:00:00Z", "customerId": "%s", "channel": %s,
                 "value": {"amount": "%s", "currency": "%s"}, "properties": {"orderId": "%s"}}""".formatted(
                type, id, type, day, customer, channel == null ? null : '"' + channel + '"', amount, currency, order);
    }
}
