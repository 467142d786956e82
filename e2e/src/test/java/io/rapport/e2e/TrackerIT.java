package io.rapport.e2e;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tracker in Chromium, on web sites of another origin: what visitors do there is in the metrics; who objects, a program and a
 * page that nobody sees are not; what can't be sent is sent once, later.
 */
@Order(4)
@ExtendWith(SharedProduct.class)
@EnabledIf(value = "io.rapport.e2e.BrowserSteps#chromiumIsThere", disabledReason = BrowserSteps.NO_CHROMIUM)
class TrackerIT {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @Test
    void itTellsWhatVisitorsDo(Product product) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "RAPPORT_URL",
                product.url().toString(),
                "RAPPORT_ADMIN_KEY",
                product.keys().path("adminKey").asText());
        BrowserSteps.run(LONGEST, environment, "tracker.mjs");
    }
}
