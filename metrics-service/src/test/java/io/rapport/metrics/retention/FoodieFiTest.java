package io.rapport.metrics.retention;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.DataSet;
import io.rapport.metrics.support.MetricsTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@MetricsTest
class FoodieFiTest {
    private static final Map<String, List<String>> PLANS = Map.of(
            "0", List.of("trial", "0", "month"),
            "1", List.of("basic monthly", "9.90", "month"),
            "2", List.of("pro monthly", "19.90", "month"),
            "3", List.of("pro annual", "199", "year"));

    @Test
    @DisplayName(
            "Foodie-Fi's 1,000 customers: the published 307 that churned (30.7 %), R's Kaplan-Meier curve with Greenwood's error (to"
                    + " 1e-6), and the plans at the end of 2020")
    void equalsThePublishedFigures() throws IOException {
        DataSet rows = DataSet.readWhole("foodie_fi", "subscriptions.csv", ",");
        Client box = Client.newBusiness("UTC");
        DataSet.send(box, rows.rows().stream().map(FoodieFiTest::event));

        var curve = box.metric("survival?from=2020-01-01&to=2021-05-01")
                .statusCode(200)
                .body("total.n", equalTo(1_000), "total.median", equalTo(null));
        double[][] expected = {
            {7, 1_000, 0.908, 0.0091398030613},
            {30, 888, 0.886, 0.010050074627},
            {90, 822, 0.82, 0.012149074039},
            {180, 617, 0.72036662496, 0.014360858697},
            {270, 415, 0.69128784556, 0.015016971827},
            {365, 235, 0.68596087026, 0.015214037033}
        };
        for (double[] at : expected) {
            String step = "total.points.findAll { it.t <= " + (int) at[0] + " }.last()";
            curve.body(step + ".value.toDouble()", closeTo(at[2], 1e-6));
            curve.body(step + ".standardError.toDouble()", closeTo(at[3], 1e-6));
        }
        // Everybody who was ever there: 693 of 1,000 stay.
        box.metric("survival/evidence?from=2020-01-01&to=2021-05-01&limit=1").statusCode(200);
        box.metric("churn_rate?from=2021-01-01&to=2021-05-01&by=plan")
                .body("total.denominator", equalTo(1_000 - 236))
                .body(
                        "total.numerator",
                        equalTo(307 - 236),
                        "breakdown.find { it.key == 'trial' }.denominator",
                        equalTo(19))
                .body("breakdown.find { it.key == 'basic monthly' }.denominator", equalTo(224))
                .body("breakdown.find { it.key == 'pro monthly' }.denominator", equalTo(326))
                .body("breakdown.find { it.key == 'pro annual' }.denominator", equalTo(195));
    }

    @Test
    @DisplayName(
            "Foodie-Fi's published answers without its data: of 1,000 trials 92 churn after 7 days, R's share and error then (to 1e-6),"
                    + " 307 in the end (30.7 %), and what 546, 325 and 37 subscribers bring in")
    void madeOfThePublishedFigures() {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            String plan = i < 92 ? null : i < 92 + 546 ? "1" : i < 92 + 546 + 325 ? "2" : "3";
            events.add(event(new String[] {"c" + i, "0", "2020-01-01"}));
            events.add(event(new String[] {"c" + i, plan == null ? "4" : plan, "2020-01-08"}));
            if (i >= 92 && i < 307) {
                events.add(event(new String[] {"c" + i, "4", "2020-03-10"}));
            }
        }
        Client box = Client.newBusiness("UTC");
        DataSet.send(box, events.stream());
        box.metric("survival?from=2020-01-01&to=2020-04-01")
                .body("total.points[0].t", equalTo(7.0f), "total.points", hasSize(2))
                .body("total.points[0].value.toDouble()", closeTo(0.908, 1e-6))
                .body("total.points[0].standardError.toDouble()", closeTo(0.0091398030613, 1e-6))
                .body("total.points[1].value.toDouble()", closeTo(0.693, 1e-6));
        box.metric("churn_rate?from=2020-01-02&to=2020-04-01")
                .body("total.numerator", equalTo(307), "total.denominator", equalTo(1_000))
                .body("total.value.toDouble()", closeTo(0.307, 1e-6));
        box.metric("retention_rate?from=2020-01-02&to=2020-01-09").body("total.value.toDouble()", closeTo(0.908, 1e-6));
        // 215 of those with the basic plan leave: 9.90 each of 546 × 9.90 + 325 × 19.90 + 37 × 199 / 12.
        box.metric("revenue_churn_rate?from=2020-02-01&to=2020-04-01&by=plan")
                .body("total.numerator", equalTo("2128.50"), "total.denominator", equalTo("12486.48"))
                .body("breakdown.find { it.key == 'basic monthly' }.denominator", equalTo("5405.40"))
                .body("breakdown.find { it.key == 'pro monthly' }.denominator", equalTo("6467.50"))
                .body("breakdown.find { it.key == 'pro annual' }.denominator", equalTo("613.58"));
        box.metric("retention_cohorts?from=2020-01-01&to=2020-02-01")
                .body("total.basis", equalTo("contractual"), "total.rows[0].size", equalTo(1_000))
                .body("total.rows[0].cells[1].value.toDouble()", closeTo(0.908, 1e-6))
                .body("total.rows[0].cells[2].value.toDouble()", closeTo(0.908, 1e-6))
                .body("total.rows[0].cells[3].value.toDouble()", closeTo(0.693, 1e-6));
    }

    private static String event(String[] column) {
        String customer = column[0];
        List<String> plan = PLANS.get(column[1]);
        if (plan == null) {
            return ChurnTest.subscription(
                    customer + "-churn", "cancelled", customer, customer, column[2], null, null, null);
        }
        return ChurnTest.subscription(
                customer + "-" + column[1],
                column[1].equals("0") ? "started" : "changed",
                customer,
                customer,
                column[2],
                plan.get(0),
                plan.get(1),
                plan.get(2));
    }
}
