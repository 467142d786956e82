package io.rapport.e2e;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Surveys in Chromium: the hosted form without scripts, on a phone and on a desk, and the widget on a site of another origin. What
 * people answer there is in the feedback and in the metrics, once.
 */
@Order(4)
@ExtendWith(SharedProduct.class)
@EnabledIf(value = "io.rapport.e2e.BrowserSteps#chromiumIsThere", disabledReason = BrowserSteps.NO_CHROMIUM)
class SurveysIT {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @Test
    void peopleAnswerByFormAndWidget(Product product) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "RAPPORT_URL",
                product.url().toString(),
                "RAPPORT_ADMIN_KEY",
                product.keys().path("adminKey").asText(),
                "PICTURES",
                BrowserSteps.FOLDER.resolve("look").toString());
        BrowserSteps.run(LONGEST, environment, "surveys.mjs");
    }
}
