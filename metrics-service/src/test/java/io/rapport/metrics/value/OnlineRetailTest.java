package io.rapport.metrics.value;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.DataSet;
import io.rapport.metrics.support.MetricsTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@MetricsTest
class OnlineRetailTest {
    private static final String PERIOD = "?from=2010-12-01&to=2011-12-10";

    @Test
    @DisplayName(
            "Online Retail's 18,532 invoices of 4,338 customers: R's revenue, average order value, share of repeat customers and"
                    + " every mature cell of the published cohorts")
    void equalsThePublishedFigures() throws IOException {
        List<String> lines = DataSet.readGzip("online_retail", "online_retail.csv.gz");
        Client shop = Client.newBusiness("UTC");
        DataSet.send(shop, orders(lines).values().stream().map(Order::json));

        shop.metric("orders" + PERIOD).body("total.value", equalTo(18_532));
        shop.metric("revenue" + PERIOD)
                .body("total.value.toDouble()", closeTo(8_911_407.90, 1))
                .body("total.leftOut.noRate", equalTo(0));
        shop.metric("average_order_value" + PERIOD).body("total.value.toDouble()", closeTo(480.8659563997, 0.005));
        shop.metric("repeat_purchase_rate" + PERIOD)
                .body("total.denominator", equalTo(4_338), "total.value.toDouble()", closeTo(0.65583218073, 1e-6));

        var cohorts = shop.metric("retention_cohorts" + PERIOD).body("total.rows", hasSize(13));
        for (String line : DataSet.readLines("online_retail", "cohort_expected.csv")) {
            String[] cells = line.split(",");
            String row = "total.rows.find { it.key == '" + cells[0] + "' }";
            cohorts.body(row + ".size", equalTo(Integer.valueOf(cells[1])));
            for (int month = 1; month < cells.length - 1; month++) {
                double share = Double.parseDouble(cells[month + 1]) / Double.parseDouble(cells[1]);
                cohorts.body(row + ".cells[" + month + "].value.toDouble()", closeTo(share, 1e-6));
            }
        }
    }

    @Test
    @DisplayName(
            "Online Retail's last four published cohorts without its data: who bought in as many months as the table says, its"
                    + " shares to 1e-6, nobody after it")
    void madeOfThePublishedCohorts() {
        Map<String, int[]> table = Map.of(
                "2011-09", new int[] {299, 70, 90, 34},
                "2011-10", new int[] {358, 86, 41},
                "2011-11", new int[] {323, 36},
                "2011-12", new int[] {41});
        Client shop = Client.newBusiness("UTC");
        DataSet.send(shop, table.entrySet().stream().flatMap(cohort -> IntStream.range(0, cohort.getValue().length)
                .boxed()
                .flatMap(month ->
                        IntStream.range(0, cohort.getValue()[month]).mapToObj(i -> order(cohort.getKey(), month, i)))));
        var cohorts = shop.metric("retention_cohorts?from=2011-09-01&to=2011-12-10")
                .body("total.n", equalTo(1_021), "total.rows", hasSize(4), "total.basis", equalTo("inactivity"));
        table.forEach((cohort, counts) -> {
            String row = "total.rows.find { it.key == '" + cohort + "' }";
            cohorts.body(row + ".size", equalTo(counts[0]));
            for (int month = 0; month <= counts.length; month++) {
                double share = month < counts.length ? counts[month] / (double) counts[0] : 0;
                cohorts.body(row + ".cells[" + month + "].value.toDouble()", closeTo(share, 1e-6));
            }
        });
        shop.metric("repeat_purchase_rate?from=2011-09-01&to=2012-01-01")
                .body("total.numerator", equalTo(90 + 86 + 36), "total.denominator", equalTo(1_021));
    }

    /** Those of a later month are among those of an earlier one, as far as there are enough. */
    private static String order(String cohort, int month, int i) {
        String id = cohort + "-" + month + "-" + i;
        String at = YearMonth.parse(cohort).plusMonths(month).atDay(5) + " 10:00:00";
        return new Order(id, cohort + "-" + i, at, BigDecimal.TEN).json();
    }

    private record Order(String id, String customer, String at, BigDecimal sum) {
        Order plus(BigDecimal more) {
            return new Order(id, customer, at, sum.add(more));
        }

        String json() {
            return """
                    {"id": "%s", "source": "retail", "type": "purchase", "occurredAt": "%sZ", "customerId": "%s",
                     "value": {"amount": "%s", "currency": "EUR"}, "properties": {"orderId": "%s"}}""".formatted(
                            id,
                            at.replace(' ', 'T'),
                            customer,
                            sum.setScale(2, RoundingMode.HALF_UP).toPlainString(),
                            id);
        }
    }

    /** Invoices of known customers that aren't cancellations, with their lines that have a quantity and a price. */
    private static Map<String, Order> orders(List<String> lines) {
        Map<String, Order> orders = new LinkedHashMap<>();
        for (String line : lines) {
            // The description may have commas in quotes; what is wanted lies before and after it.
            String[] first = line.split(",", 3);
            String[] last = line.substring(line.lastIndexOf('"') + 1).split(",");
            int end = last.length;
            String customer = last[end - 2];
            int quantity = Integer.parseInt(last[end - 5]);
            BigDecimal price = new BigDecimal(last[end - 3]);
            if (!first[0].startsWith("C") && !customer.isEmpty() && quantity > 0 && price.signum() > 0) {
                BigDecimal sum = price.multiply(BigDecimal.valueOf(quantity));
                String name = customer.replaceAll("\\.0$", "");
                orders.merge(
                        first[0], new Order(first[0], name, last[end - 4], sum), (one, more) -> one.plus(more.sum()));
            }
        }
        return orders;
    }
}
