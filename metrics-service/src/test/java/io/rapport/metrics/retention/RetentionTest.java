package io.rapport.metrics.retention;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@MetricsTest
class RetentionTest {

    @Test
    void cohortsAreAMatrixWhoseUnfinishedMonthIsImmature() {
        Client crumb = Client.newBusiness("UTC");
        YearMonth now = YearMonth.from(LocalDate.now(ZoneOffset.UTC));
        YearMonth first = now.minusMonths(2);
        crumb.events("[" + purchase("1", "ann", first) + "," + purchase("2", "bob", first) + ","
                        + purchase("3", "ann", first.plusMonths(1)) + "," + purchase("4", "cy", first.minusMonths(1))
                        + ","
                        + purchase("5", "cy", first) + "]")
                .statusCode(202);
        crumb.metric("retention_cohorts?from=" + first.atDay(1) + "&to="
                        + now.plusMonths(1).atDay(1))
                .statusCode(200)
                .body("metric.shape", equalTo("matrix"), "total.rows", hasSize(1), "total.n", equalTo(2))
                .body("total.rows[0].key", equalTo(first.toString()), "total.rows[0].size", equalTo(2))
                .body("total.rows[0].cells.value", contains(equalTo(1.0f), equalTo(0.5f), nullValue()))
                .body("total.rows[0].cells[2].reason", equalTo("immature"), "series", nullValue());
        crumb.metric("retention_cohorts/evidence?from=" + first.atDay(1) + "&to="
                        + now.plusMonths(1).atDay(1))
                .body("items", hasSize(4), "items[0].fact", equalTo("money"));
        crumb.metric("retention_cohorts?interval=day").statusCode(400).body("errors[0].field", equalTo("interval"));
    }

    @Test
    @DisplayName(
            "By contract a cohort is who first subscribed in a month, and stays as long as a subscription runs, this month unknown")
    void cohortsOfSubscriptions() {
        Client box = Client.newBusiness("UTC");
        YearMonth now = YearMonth.from(LocalDate.now(ZoneOffset.UTC));
        YearMonth first = now.minusMonths(3);
        String question = "retention_cohorts?from=" + first.atDay(1) + "&to=" + now.atDay(1);
        box.metric(question)
                .body(
                        "total.rows",
                        hasSize(0),
                        "total.reason",
                        equalTo("no_data"),
                        "total.basis",
                        equalTo("inactivity"));
        box.events("[" + subscription("1", "started", "ann", first.atDay(5), "small") + ","
                        + subscription(
                                "2", "cancelled", "ann", first.plusMonths(2).atDay(1), null) + ","
                        + subscription("3", "started", "bob", first.atDay(7), "large") + ","
                        + subscription(
                                "4", "started", "cy", first.minusMonths(1).atDay(7), "small") + ","
                        + subscription("5", "started", "dan", now.minusMonths(1).atDay(28), "small") + "]")
                .statusCode(202);
        box.metric(question + "&by=plan")
                .statusCode(200)
                .body(
                        "total.basis",
                        equalTo("contractual"),
                        "total.rows.key",
                        contains(first.toString(), now.minusMonths(1).toString()))
                // Ann's ended as the second month after began.
                .body("total.rows[0].cells.value", contains(equalTo(1.0f), equalTo(1.0f), equalTo(0.5f), nullValue()))
                .body("total.rows[0].cells[3].reason", equalTo("immature"), "total.rows[1].cells", hasSize(2))
                .body(
                        "breakdown.find { it.key == 'small' }.rows[0].cells.value",
                        contains(equalTo(1.0f), equalTo(1.0f), equalTo(0.0f), nullValue()))
                .body(
                        "breakdown.find { it.key == 'large' }.rows[0].size",
                        equalTo(1),
                        "breakdown[0].key",
                        equalTo("small"));
        box.metric(question + "&segment=plan==large").body("total.rows", hasSize(1), "total.n", equalTo(1));
        // Whoever orders, too, is asked for orders unless subscriptions are named.
        box.events(purchase("9", "eve", first)).statusCode(202);
        box.metric(question).body("total.basis", equalTo("inactivity"), "total.n", equalTo(1));
        box.metric(question + "&basis=contractual").body("total.basis", equalTo("contractual"), "total.n", equalTo(3));
        box.metric(question + "&by=segment&basis=contractual").statusCode(200).body("breakdown.key", hasItem("Loyal"));
        box.metric(question + "&by=page").statusCode(400).body("errors[0].field", equalTo("by"));
        box.metric(question + "&basis=hope").statusCode(400).body("errors[0].field", equalTo("basis"));
    }

    private static String subscription(String id, String what, String customer, LocalDate day, String plan) {
        return ChurnTest.subscription(
                id, what, customer, customer, day.toString(), plan, plan == null ? null : "10.00", "month");
    }

    @Test
    void lifetimesAreACurve() {
        Client crumb = Client.newBusiness("UTC");
        crumb.events("[" + purchase("1", "ann", YearMonth.of(2024, 1)) + ","
                + purchase("2", "ann", YearMonth.of(2024, 2)) + ","
                + purchase("3", "bob", YearMonth.of(2024, 1)) + ","
                + purchase("4", "bob", YearMonth.from(LocalDate.now(ZoneOffset.UTC)))
                + "]");
        crumb.metric("survival?from=2024-01-01&to="
                        + LocalDate.now(ZoneOffset.UTC).plusDays(1))
                .statusCode(200)
                .body("metric.shape", equalTo("curve"), "total.points", hasSize(1))
                .body("total.points[0].t", equalTo(121.0f), "total.points[0].value", equalTo(0.5f))
                .body(
                        "total.points[0].atRisk",
                        equalTo(2),
                        "total.median",
                        equalTo(121.0f),
                        "total.unit",
                        equalTo("days"));
    }

    private static String purchase(String id, String customer, YearMonth month) {
        return """
                {"id": "%s", "source": "shop", "type": "purchase", "occurredAt": "%sT00:00:00Z", "customerId": "%s",
                 "value": {"amount": "12.50", "currency": "EUR"}, "properties": {"orderId": "%s"}}""".formatted(id, month.atDay(1), customer, id);
    }
}
