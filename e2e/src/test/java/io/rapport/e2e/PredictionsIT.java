package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What to expect of the sample business's customers; asked after others, who give the models the time that they need. */
@Order(6)
@ExtendWith(SharedProduct.class)
class PredictionsIT {
    /** After the sample is loaded, on a slow machine; without hurry it would be ten minutes. */
    private static final Duration FIRST_FIT = Duration.ofMinutes(3);

    private final Client crumb;

    PredictionsIT(Product product) {
        crumb = product.client(product.keys().path("secretKey").asText());
    }

    @Test
    void whatToExpectOfItsCustomersIsKnownSoon() {
        Soon.within(FIRST_FIT, () -> {
            JsonNode best = crumb.get("/v1/customers?sort=-expectedValue&limit=20")
                    .expect(200)
                    .json()
                    .path("items");
            assertThat(best).hasSize(20).allSatisfy(customer -> {
                JsonNode predictions = customer.path("predictions");
                assertThat(predictions.path("pAlive").asDouble()).isBetween(0.0, 1.0);
                assertThat(predictions.path("expectedValue").path("365").asText())
                        .isNotBlank();
                assertThat(predictions.path("churnRisk").asDouble(-1)).isBetween(0.0, 1.0);
                assertThat(predictions.path("reasons")).hasSizeLessThanOrEqualTo(3);
            });
        });
        JsonNode value = crumb.get("/v1/metrics/cltv_predicted")
                .expect(200)
                .json()
                .path("total")
                .path("value");
        assertThat(value.asDouble()).isPositive();
    }
}
