package io.rapport.metrics.visit;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.DataSet;
import io.rapport.metrics.support.MetricsTest;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@MetricsTest
class EshopClickstreamTest {
    private static final String SUMMER = "?from=2008-04-01&to=2008-09-01";

    @Test
    @DisplayName(
            "The clothing shop's 165,474 clicks give UCI's 24,026 sessions, and R's months, bounces, entries and exits")
    void equalsThePublishedFigures() throws IOException {
        DataSet clicks = DataSet.readWhole("eshop_clickstream", "eshop_clothing_2008.csv", ";");
        Client shop = Client.newBusiness("UTC");
        DataSet.send(shop, clicks.rows().stream().map(EshopClickstreamTest::event));

        shop.metric("visits" + SUMMER + "&interval=month")
                .body("total.value", equalTo(24_026), "series.value", contains(6_941, 5_206, 4_884, 5_071, 1_924));
        shop.metric("page_views" + SUMMER + "&interval=month&by=page")
                .body("total.value", equalTo(165_474))
                .body("series.value", contains(48_199, 35_654, 32_242, 35_231, 14_148))
                .body("breakdown.key", contains("/1", "/4", "/3", "/2"))
                .body("breakdown.value", contains(49_742, 38_747, 38_577, 38_408));
        shop.metric("visits" + SUMMER + "&by=page").body("breakdown.value", contains(13_082, 11_490, 10_724, 9_192));
        shop.metric("bounce_rate" + SUMMER)
                .body("total.numerator", equalTo(5_042), "total.denominator", equalTo(24_026));
        shop.metric("visits" + SUMMER + "&by=entry_page").body("breakdown.value", contains(9_247, 6_472, 4_445, 3_862));
        shop.metric("visits" + SUMMER + "&by=exit_page")
                .body("breakdown.key", contains("/1", "/2", "/4", "/3"))
                .body("breakdown.value", contains(6_671, 6_056, 5_757, 5_542));
    }

    /** The session stands for the visitor; the data knows the day alone, so that its clicks are set seconds apart. */
    private static String event(String[] column) {
        Instant at = Instant.parse("%s-%02d-%02dT12:00:00Z"
                        .formatted(column[0], Integer.parseInt(column[1]), Integer.parseInt(column[2])))
                .plusSeconds(Long.parseLong(column[3]));
        return "{\"id\": \"%s-%s\", \"source\": \"eshop\", \"type\": \"page_view\", \"occurredAt\": \"%s\", \"visitorId\": \"%s\", \"page\": {\"url\": \"https://eshop.example/%s\"}}"
                .formatted(column[5], column[3], at, column[5], column[6]);
    }
}
