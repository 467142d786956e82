package io.rapport.metrics.visit;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.DataSet;
import io.rapport.metrics.support.MetricsTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@MetricsTest
class OnlineShoppersTest {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "June", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final String YEAR = "conversion_rate?from=2017-01-01&to=2018-01-01&goal=purchase";

    @Test
    @DisplayName(
            "Of 12,330 online shoppers 1,908 bought, as Sakar et al. (2019) publish; by month and sort of visitor as in R")
    void equalsThePublishedFigures() throws IOException {
        List<String[]> rows = DataSet.read("online_shoppers", "online_shoppers_intention.csv", ";")
                .rows();
        Client shop = Client.newBusiness("UTC");
        DataSet.send(shop, IntStream.range(0, rows.size()).boxed().flatMap(i -> session(i, rows.get(i))));

        shop.metric(YEAR + "&interval=month&by=utm_source")
                .body("total.numerator", equalTo(1_908), "total.denominator", equalTo(12_330))
                .body("series.denominator", contains(0, 184, 1_907, 0, 3_364, 288, 432, 433, 448, 549, 2_998, 1_727))
                .body("series.numerator", contains(0, 3, 192, 0, 365, 29, 66, 76, 86, 115, 760, 216))
                .body("breakdown.key", contains("Returning_Visitor", "New_Visitor", "Other"))
                .body("breakdown.denominator", contains(10_551, 1_694, 85))
                .body("breakdown.numerator", contains(1_470, 422, 16));
        shop.metric(YEAR + "&segment=utm_source==New_Visitor").body("total.numerator", equalTo(422));
        shop.metric(YEAR + "&per=visitor&segment=did.purchase==1")
                .body("total.numerator", equalTo(1_908), "total.denominator", equalTo(1_908));
    }

    /** Each row is a session of its own: one page view, and a purchase where its revenue says so. */
    private static Stream<String> session(int number, String[] column) {
        String day = "2017-%02d-15".formatted(MONTHS.indexOf(column[10]) + 1);
        String view = event(number, "page_view", day + "T10:00:00Z", column[15]);
        return column[17].equals("TRUE")
                ? Stream.of(view, event(number, "purchase", day + "T10:05:00Z", column[15]))
                : Stream.of(view);
    }

    private static String event(int number, String type, String at, String visitor) {
        return "{\"id\": \"%s-%d\", \"source\": \"shop\", \"type\": \"%s\", \"channel\": \"web\", \"occurredAt\": \"%s\", \"visitorId\": \"s%d\", \"page\": {\"url\": \"https://shop.example/?utm_source=%s\"}}"
                .formatted(type, number, type, at, number, visitor);
    }
}
