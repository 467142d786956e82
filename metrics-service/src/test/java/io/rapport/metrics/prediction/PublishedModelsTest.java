package io.rapport.metrics.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.DataSet;
import io.rapport.metrics.support.MetricsTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** From events over HTTP to what others have published of the same customers. */
@MetricsTest
class PublishedModelsTest {
    private static final double PART = 1e-4;

    @Test
    @DisplayName(
            "sBG agrees with Fader and Hardie (2007), high end: alpha .668, beta 3.806, log-likelihood -1611.2; and"
                    + " regular: .704, 1.182")
    void subscriptions() {
        assertSbg(new int[] {1000, 869, 743, 653, 593, 551, 517, 491}, 0.668, 3.806, -1611.2);
        assertSbg(new int[] {1000, 631, 468, 382, 326, 289, 262, 241}, 0.704, 1.182, -1680.3);
    }

    private static void assertSbg(int[] active, double alpha, double beta, double logLikelihood) {
        FitClient fits = new FitClient(Client.newBusiness("UTC"));
        DataSet.send(fits.client(), subscribed(active));
        JsonPath fit = fits.fit("sbg", "2024-01-01", "2024-08-10");
        assertThat(fit.getDouble("result.parameters.alpha")).isCloseTo(alpha, within(1e-3));
        assertThat(fit.getDouble("result.parameters.beta")).isCloseTo(beta, within(2e-3));
        assertThat(fit.getDouble("result.logLikelihood")).isCloseTo(logLikelihood, within(0.1));
        assertThat(fit.getString("result.timeUnit")).isEqualTo("month");
        assertThat(fit.getInt("result.customers")).isEqualTo(1_000);
        assertThat((Object) fit.get("result.fallback")).isNull();
        assertThat(fit.getDouble("result.backtest.bias")).isBetween(-0.1, 0.1);
    }

    /** Of a thousand who began on the second of January so many are there after each month. */
    private static Stream<String> subscribed(int[] active) {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < active[0]; i++) {
            events.add(subscription("subscription_started", i, LocalDate.of(2024, 1, 2)));
            for (int month = 1; month < active.length; month++) {
                if (i >= active[month] && i < active[month - 1]) {
                    events.add(subscription(
                            "subscription_cancelled",
                            i,
                            LocalDate.of(2024, 1, 1).plusMonths(month)));
                }
            }
        }
        return events.stream();
    }

    private static String subscription(String type, int customer, LocalDate day) {
        return """
                {"id": "%s-%d", "source": "shop", "type": "%s", "occurredAt": "%sT12:00:00Z", "customerId": "c%d",
                 "value": {"amount": "10.00", "currency": "EUR"},
                 "properties": {"subscriptionId": "s%d", "plan": "box", "period": "month"}}""".formatted(type, customer, type, day, customer, customer);
    }

    @Test
    @DisplayName(
            "2,357 customers of CDNOW, sent as events: BG/NBD and Pareto/NBD agree with Fader, Hardie, Lee (2005) and R,"
                    + " Gamma-Gamma with Fader and Hardie (2013) and R, to 1e-4; P(alive) and means of customers with R")
    void cdnow() throws IOException {
        FitClient fits = new FitClient(Client.newBusiness("UTC"));
        List<String> lines = new ArrayList<>(DataSet.readLines("cdnow", "CDNOW_sample.txt"));
        // The file has no line that names its columns, and so its first one was left out.
        lines.addFirst(" 00004 0001 19970101  2   29.33");
        int[] number = new int[1];
        DataSet.send(
                fits.client(),
                lines.stream().map(line -> purchase(number[0]++, line.strip().split("\\s+"))));

        JsonPath bgNbd = fits.fit("bg-nbd", "1997-01-01", "1997-10-01");
        assertParameters(bgNbd, 2_357, -9582.429, "r", 0.2425945, "alpha", 4.413601, "a", 0.7929219, "b", 2.425907);
        assertThat(bgNbd.getDouble("result.backtest.auc")).isGreaterThan(0.7);
        JsonPath pareto = fits.fit("pareto-nbd", "1997-01-01", "1997-10-01");
        assertParameters(pareto, 2_357, -9594.976, "r", 0.5532771, "alpha", 10.57768, "s", 0.6062402, "beta", 11.66874);
        JsonPath spend = fits.fit("gamma-gamma", "1997-01-01", "1997-10-01");
        assertParameters(spend, 946, -4055.918, "p", 6.249572, "q", 3.744224, "gamma", 15.44352);

        // By R's parameters of these events; the published summary of the same customers is rounded to two digits.
        double[] alive = {0.72662, 0.212391, 1, 1, 1, 0.641835, 0.314941, 1, 0.784873, 1};
        double[] worth = {24.6539, 18.91, 35.1704, 35.1704, 35.1704, 71.4647, 18.91, 35.1704, 27.2819, 35.1704};
        for (int i = 0; i < 10; i++) {
            JsonPath customer = fits.get("/v1/customers/%04d".formatted(i + 1))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(customer.getDouble("predictions.pAlive")).isCloseTo(alive[i], part(alive[i], PART));
            assertThat(Double.parseDouble(customer.getString("predictions.expectedOrderValue")))
                    .isCloseTo(worth[i], part(worth[i], PART));
            assertThat(customer.getString("predictions.asOf")).isEqualTo("1997-10-01");
        }
        assertValue(fits);
    }

    private static void assertValue(FitClient fits) {
        JsonPath value = fits.get("/v1/metrics/cltv_predicted?from=1997-01-01&to=1997-10-01")
                .statusCode(200)
                .extract()
                .jsonPath();
        // R's total is of the published summary, which is rounded to two digits.
        assertThat(value.getDouble("total.numerator")).isCloseTo(71_509.9, part(71_509.9, 4 * PART));
        assertThat(value.getLong("total.denominator")).isEqualTo(2_357);
        assertThat(Double.parseDouble(value.getString("total.value"))).isCloseTo(30.34, within(0.02));
        assertThat(value.getDouble("total.interval.low")).isLessThan(30.34);
        assertThat(value.getDouble("total.interval.high")).isGreaterThan(30.34);
    }

    private static void assertParameters(JsonPath fit, int customers, double logLikelihood, Object... namesAndValues) {
        assertThat(fit.getInt("result.customers")).isEqualTo(customers);
        assertThat(fit.getBoolean("result.converged")).isTrue();
        assertThat((Object) fit.get("result.fallback")).isNull();
        assertThat(fit.getDouble("result.logLikelihood")).isCloseTo(logLikelihood, within(2e-3));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            double r = (double) namesAndValues[i + 1];
            assertThat(fit.getDouble("result.parameters." + namesAndValues[i]))
                    .as((String) namesAndValues[i])
                    .isCloseTo(r, part(r, PART));
            assertThat(fit.getDouble("result.standardErrors." + namesAndValues[i]))
                    .isPositive();
        }
    }

    private static Offset<Double> part(double value, double part) {
        return within(Math.abs(value) * part);
    }

    private static String purchase(int number, String[] cells) {
        String day = cells[2].substring(0, 4) + "-" + cells[2].substring(4, 6) + "-" + cells[2].substring(6);
        return """
                {"id": "p%d", "source": "cdnow", "type": "purchase", "occurredAt": "%sT12:00:00Z", "customerId": "%s",
                 "value": {"amount": "%s", "currency": "EUR"}, "properties": {"orderId": "o%d"}}""".formatted(number, day, cells[1], cells[4], number);
    }
}
