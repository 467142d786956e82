package io.rapport.metrics.retention;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Worked by hand: small enough to follow. */
@MetricsTest
class ChurnTest {
    private static final String MARCH = "?from=2026-03-01&to=2026-04-01";

    @Test
    @DisplayName("By contract: who was there on the first day and has no subscription on the last")
    void contractual() {
        Client box = box();
        box.metric("churn_rate" + MARCH + "&by=plan")
                .statusCode(200)
                .body("total.numerator", equalTo(1), "total.denominator", equalTo(4))
                .body("total.basis", equalTo("contractual"), "total.interval.method", equalTo("wilson"))
                .body("breakdown.find { it.key == 'small' }.value", equalTo(0.5f))
                .body("breakdown.find { it.key == 'large' }.value", equalTo(0.0f));
        box.metric("retention_rate" + MARCH + "&interval=month&compare=previous")
                .body("total.value", equalTo(0.75f), "series.value", contains(0.75f));
        // Ann's 10 go, bob pays 20 rather than 10; cy's 30 stay, and dan's 240 a year are 20 a month.
        box.metric("revenue_churn_rate" + MARCH)
                .body("total.numerator", equalTo("10.00"), "total.denominator", equalTo("70.00"))
                .body("total.gross.toDouble()", closeTo(1 / 7.0, 1e-6), "total.net.toDouble()", closeTo(0, 1e-9))
                .body("total.interval", notNullValue());
        box.metric("revenue_churn_rate" + MARCH + "&kind=net").body("total.value.toDouble()", closeTo(0, 1e-9));
        box.metric("revenue_churn_rate" + MARCH + "&kind=both").statusCode(400);
        box.metric("cltv" + MARCH)
                .body("total.valuePerYear", equalTo("210.00"), "total.averageOrderValue", nullValue());
    }

    @Test
    @DisplayName(
            "By plan revenue is each plan's own: of who has two neither makes up for the other, and what is begun since follows one")
    void revenueByPlan() {
        Client box = Client.newBusiness("UTC");
        box.events("[" + subscription("a1", "started", "s1", "ann", "2026-01-01", "small", "10.00", "month") + ","
                        + subscription("a2", "started", "s2", "ann", "2026-01-01", "large", "30.00", "month") + ","
                        + subscription("a3", "cancelled", "s1", "ann", "2026-03-10", null, null, null) + ","
                        + subscription("b1", "started", "s3", "bob", "2026-01-01", "small", "10.00", "month") + ","
                        + subscription("b2", "cancelled", "s3", "bob", "2026-03-10", null, null, null) + ","
                        + subscription("b3", "started", "s4", "bob", "2026-03-11", "large", "20.00", "month") + ","
                        + subscription("c1", "started", "s5", "cy", "2026-01-01", "small", "10.00", "month") + ","
                        + subscription("c2", "started", "s6", "cy", "2026-01-01", "large", "30.00", "month") + ","
                        + subscription("c3", "renewed", "s6", "cy", "2026-03-02", "large", "25.00", "month") + ","
                        + subscription("c4", "started", "s7", "cy", "2026-03-03", "small", "5.00", "month") + "]")
                .statusCode(202);
        // Ann loses 10 of 40, bob's 10 become 20, cy's 40 stay 40: 10 less of what is large, 5 more of what is small.
        box.metric("revenue_churn_rate" + MARCH + "&by=plan")
                .statusCode(200)
                .body("total.numerator", equalTo("10.00"), "total.denominator", equalTo("90.00"))
                .body("breakdown.find { it.key == 'small' }.numerator", equalTo("10.00"))
                .body("breakdown.find { it.key == 'small' }.denominator", equalTo("30.00"))
                .body("breakdown.find { it.key == 'large' }.numerator", equalTo("5.00"))
                .body("breakdown.find { it.key == 'large' }.denominator", equalTo("60.00"));
        box.metric("revenue_churn_rate" + MARCH + "&by=plan&kind=net")
                .body("total.numerator", equalTo("0.00"))
                .body("breakdown.find { it.key == 'small' }.numerator", equalTo("-5.00"))
                .body("breakdown.find { it.key == 'large' }.numerator", equalTo("5.00"));
        box.metric("revenue_churn_rate" + MARCH + "&segment=plan==small")
                .body("total.numerator", equalTo("10.00"), "total.denominator", equalTo("30.00"));
        // Nobody has left, but ann has left what is small.
        box.metric("churn_rate" + MARCH + "&by=plan")
                .body("total.numerator", equalTo(0), "total.denominator", equalTo(3))
                .body("breakdown.find { it.key == 'small' }.numerator", equalTo(1))
                .body("breakdown.find { it.key == 'small' }.denominator", equalTo(3))
                .body("breakdown.find { it.key == 'large' }.numerator", equalTo(0))
                .body("breakdown.find { it.key == 'large' }.denominator", equalTo(2));
    }

    @Test
    @DisplayName("A subscription that ends before it begins is set aside, and counts when its beginning comes late")
    void endsBeforeItBegins() {
        Client box = Client.newBusiness("UTC");
        box.events("[" + subscription("e1", "cancelled", "s1", "ann", "2026-02-01", null, null, null) + ","
                + subscription("e2", "started", "s1", "ann", "2026-02-10", "small", "10.00", "month") + "]");
        box.metric("churn_rate" + MARCH).body("total.numerator", equalTo(0), "total.denominator", equalTo(1));
        box.events(subscription("e0", "started", "s1", "ann", "2026-01-01", "small", "10.00", "month"));
        box.metric("churn_rate?from=2026-01-15&to=2026-02-05")
                .body("total.numerator", equalTo(1), "total.denominator", equalTo(1));
    }

    @Test
    @DisplayName(
            "Without a contract: whoever ordered within the days of inactivity before the start, and not before the end")
    void inactivity() {
        Client crumb = Client.newBusiness("UTC");
        crumb.events("[" + order("1", "ann", "2025-11-30") + "," + order("2", "bob", "2025-12-01") + ","
                + order("3", "cy", "2026-01-05") + "," + order("4", "bob", "2026-02-20") + "]");
        // 90 days before 1 March is 1 December; 90 days before 1 April is 1 January.
        crumb.metric("churn_rate" + MARCH)
                .body("total.numerator", equalTo(0), "total.denominator", equalTo(2))
                .body("total.basis", equalTo("inactivity"));
        crumb.metric("churn_rate?from=2026-02-01&to=2026-03-01&by=cohort")
                .body("total.numerator", equalTo(1), "total.denominator", equalTo(3))
                .body("breakdown.find { it.key == '2025-11' }.value", equalTo(1.0f));
        crumb.metric("churn_rate" + MARCH + "&basis=contractual")
                .body("total.value", nullValue(), "total.reason", equalTo("no_data"));
    }

    @Test
    @DisplayName("Curves by plan, the test of whether they differ, and the interval of the median")
    void curves() {
        Client box = box();
        box.metric("survival?from=2026-01-01&to=2026-05-01&by=plan")
                .statusCode(200)
                .body("total.n", equalTo(5), "breakdown", hasSize(2), "total.test.method", equalTo("log-rank"))
                .body("total.test.degrees", equalTo(1), "total.points[0].standardError", notNullValue())
                .body("breakdown.find { it.key == 'large' }.points", hasSize(0));
        box.metric("survival?from=2026-01-01&to=2026-05-01&segment=plan==small&versus=plan==large")
                .statusCode(200)
                .body("total.n", equalTo(3), "breakdown.key", contains("segment", "versus"))
                .body("breakdown.n", contains(3, 3), "total.test.degrees", equalTo(1));
        box.metric("survival?versus=shoe==1").statusCode(400).body("errors[0].field", equalTo("versus"));
        box.metric("survival?from=2026-01-01&to=2026-05-01&by=page").statusCode(400);
    }

    private static Client box() {
        Client box = Client.newBusiness("UTC");
        box.events("[" + subscription("e1", "started", "s1", "ann", "2026-01-01", "small", "10.00", "month") + ","
                        + subscription("e2", "cancelled", "s1", "ann", "2026-03-10", null, null, null) + ","
                        + subscription("e3", "started", "s2", "bob", "2026-01-01", "small", "10.00", "month") + ","
                        + subscription("e4", "changed", "s2", "bob", "2026-03-15", "large", "20.00", "month") + ","
                        + subscription("e5", "started", "s3", "cy", "2026-02-01", "large", "30.00", "month") + ","
                        + subscription("e6", "renewed", "s3", "cy", "2026-03-01", "large", "30.00", "month") + ","
                        + subscription("e7", "started", "s4", "dan", "2026-02-01", "large", "240.00", "year") + ","
                        + subscription("e8", "started", "s5", "eve", "2026-03-05", "small", "10.00", "month") + "]")
                .statusCode(202);
        return box;
    }

    static String subscription(
            String id,
            String what,
            String subscription,
            String customer,
            String day,
            String plan,
            String amount,
            String period) {
        String value = amount == null ? "null" : "{\"amount\": \"" + amount + "\", \"currency\": \"EUR\"}";
        return """
                {"id": "%s", "source": "box", "type": "subscription_%s", "occurredAt": "%sT00:00:00Z", "customerId": "%s",
                 "value": %s, "properties": {"subscriptionId": "%s"%s%s}}""".formatted(
                        id, what, day, customer, value, subscription, member("plan", plan), member("period", period));
    }

    private static String member(String name, String value) {
        return value == null ? "" : ", \"" + name + "\": \"" + value + "\"";
    }

    private static String order(String id, String customer, String day) {
        return """
                {"id": "%s", "source": "shop", "type": "purchase", "occurredAt": "%sT00:00:00Z", "customerId": "%s",
                 "value": {"amount": "12.50", "currency": "EUR"}, "properties": {"orderId": "%s"}}""".formatted(id, day, customer, id);
    }
}
