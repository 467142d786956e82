package io.rapport.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The dashboard in Chromium: its states on three screens, light and dark, with axe; its numbers against the API; the
 * keyboard; people who sign in. The steps are in the gateway's {@code webui/browser}; its pictures in {@code target/look}.
 */
@Order(3)
@ExtendWith(SharedProduct.class)
@Timeout(value = 9, unit = TimeUnit.MINUTES)
@EnabledIf(value = "io.rapport.e2e.BrowserSteps#chromiumIsThere", disabledReason = BrowserSteps.NO_CHROMIUM)
class DashboardIT {
    private static final Duration LONGEST = Duration.ofMinutes(8);

    @Test
    void anOwnerCanUseIt(Product product) throws IOException, InterruptedException {
        JsonNode keys = product.keys();
        Map<String, String> environment = Map.of(
                "RAPPORT_URL", product.url().toString(),
                "RAPPORT_KEY", keys.path("secretKey").asText(),
                "RAPPORT_ADMIN_KEY", keys.path("adminKey").asText(),
                "RAPPORT_EMPTY_KEY", keyOfEmptyBusiness(product));
        BrowserSteps.run(
                LONGEST,
                environment,
                "look.mjs",
                BrowserSteps.FOLDER.resolve("look").toString());
    }

    private static String keyOfEmptyBusiness(Product product) {
        return product.admin()
                .post("/v1/businesses", Map.of("name", "New shop", "timeZone", "Europe/Dublin", "currency", "EUR"))
                .expect(201)
                .json()
                .path("secretKey")
                .asText();
    }
}
