package io.rapport.metrics.visit;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.DataSet;
import io.rapport.metrics.support.MetricsTest;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@MetricsTest
class CliqueBaitTest {
    private static final String PERIOD = "?from=2020-01-01&to=2020-06-01";
    private static final Map<String, String> TYPES = Map.of("1", "page_view", "2", "add_to_cart", "3", "purchase");

    @Test
    @DisplayName(
            "Clique Bait's 32,734 events give the published 3,564 visits, 49.86 % with a purchase; R's months, bounces, pages"
                    + " and times (to 1e-6)")
    void equalsThePublishedFigures() throws IOException {
        DataSet events = DataSet.read("clique_bait", "events.csv", ",");
        Client shop = Client.newBusiness("UTC");
        DataSet.send(shop, events.rows().stream().map(CliqueBaitTest::event));

        shop.metric("visits" + PERIOD + "&interval=month")
                .body("total.value", equalTo(3_564), "series.value", contains(876, 1_488, 916, 248, 36));
        shop.metric("page_views" + PERIOD + "&by=page")
                .body("total.value", equalTo(20_928))
                .body("breakdown.find { it.key == '/2' }.value", equalTo(3_174))
                .body("breakdown.find { it.key == '/12' }.value", equalTo(2_103))
                .body("breakdown.find { it.key == '/7' }.value", equalTo(1_469));
        shop.metric("bounce_rate" + PERIOD)
                .body("total.numerator", equalTo(908), "total.denominator", equalTo(3_564))
                .body("total.value.toDouble()", closeTo(0.25476992144, 1e-7));
        shop.metric("conversion_rate" + PERIOD + "&goal=purchase")
                .body("total.numerator", equalTo(1_777), "total.value.toDouble()", closeTo(0.49859708193, 1e-7));
        shop.metric("pages_per_visit" + PERIOD).body("total.value.toDouble()", closeTo(5.8720538721, 1e-6));
        shop.metric("visit_duration" + PERIOD).body("total.value.toDouble()", closeTo(245.6870315382, 1e-4));
        shop.metric("time_on_page" + PERIOD + "&by=page")
                .body("breakdown.find { it.key == '/1' }.n", equalTo(1_780))
                .body("breakdown.find { it.key == '/1' }.value.toDouble()", closeTo(30.2775673347, 1e-5))
                .body("breakdown.find { it.key == '/8' }.n", equalTo(1_474))
                .body("breakdown.find { it.key == '/8' }.value.toDouble()", closeTo(48.7044841465, 1e-5))
                .body("breakdown.find { it.key == '/2' }.n", equalTo(2_265));
    }

    /** The data set's own visit id stands for the visitor, since one cookie may visit twice within half an hour. */
    private static String event(String[] column) {
        String visit = column[0];
        String type = TYPES.getOrDefault(column[3], "type_" + column[3]);
        String at = column[5].replace(' ', 'T') + "Z";
        return "{\"id\": \"%s-%s\", \"source\": \"clique_bait\", \"type\": \"%s\", \"channel\": \"web\", \"occurredAt\": \"%s\", \"visitorId\": \"%s\", \"page\": {\"url\": \"https://bait.example/%s\"}}"
                .formatted(visit, column[4], type, at, visit, column[2]);
    }
}
