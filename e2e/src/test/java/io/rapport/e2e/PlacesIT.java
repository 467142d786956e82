package io.rapport.e2e;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The inbox, the surveys and the connections of the dashboard in Chromium: what an owner does there, held against the API; and texts
 * that try to be more than text, wherever one is shown.
 */
@Order(5)
@ExtendWith(SharedProduct.class)
@EnabledIf(value = "io.rapport.e2e.BrowserSteps#chromiumIsThere", disabledReason = BrowserSteps.NO_CHROMIUM)
class PlacesIT {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Test
    void anOwnerAnswersAsksAndConnects(Product product) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "RAPPORT_URL",
                product.url().toString(),
                "RAPPORT_ADMIN_KEY",
                product.keys().path("adminKey").asText(),
                "PICTURES",
                BrowserSteps.FOLDER.resolve("look").toString());
        BrowserSteps.run(LONGEST, environment, "places.mjs");
    }
}
