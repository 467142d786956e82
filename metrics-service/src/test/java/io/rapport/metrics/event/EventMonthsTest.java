package io.rapport.metrics.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@MetricsTest
class EventMonthsTest {
    @Test
    void theFirstEventsOfAMonthMayComeAllAtOnce() throws Exception {
        Client crumb = Client.newBusiness();
        for (int year = 2015; year < 2025; year++) {
            List<Callable<Integer>> requests = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String view =
                        crumb.pageView(year + "-" + i, "v" + i, year + "-02-03T10:00:00Z", "https://crumb.example/");
                requests.add(() -> crumb.events(view).extract().statusCode());
            }
            try (var threads = Executors.newFixedThreadPool(8)) {
                for (Future<Integer> status : threads.invokeAll(requests)) {
                    assertThat(status.get()).isEqualTo(202);
                }
            }
        }
    }

    @Test
    void whatIsOlderThanThePartitionsIsKeptToo() {
        Client crumb = Client.newBusiness();
        crumb.events("[" + crumb.pageView("1", "v", "1999-12-31T23:59:59Z", "https://crumb.example/") + ","
                        + crumb.pageView("2", "v", "2014-12-31T23:59:59Z", "https://crumb.example/") + ","
                        + crumb.pageView("3", "v", "2015-01-01T00:00:00Z", "https://crumb.example/") + "]")
                .statusCode(202);
        assertThat((int) crumb.metric("page_views?from=1999-01-01&to=2015-01-02")
                        .extract()
                        .path("total.value"))
                .isEqualTo(3);
    }
}
