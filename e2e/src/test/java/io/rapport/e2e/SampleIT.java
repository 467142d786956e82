package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The business that a first start brings along tells its story. */
@Order(1)
@ExtendWith(SharedProduct.class)
class SampleIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Dublin"));
    private static final YearMonth BAD_MONTH = YearMonth.from(TODAY).minusMonths(3);
    private final Product product;
    private final Client nobody;
    private final Business crumb;

    SampleIT(Product product) {
        this.product = product;
        this.nobody = product.client(null);
        JsonNode keys = product.keys();
        crumb = new Business(
                "sample",
                product.client(keys.path("secretKey").asText()),
                product.client(keys.path("publishableKey").asText()));
    }

    @Test
    void itsYearOfVisitsIsCounted() {
        JsonNode total = year("page_views", "").path("total");
        assertThat(total.path("value").asInt()).isBetween(20_000, 61_000);
        assertThat(year("visitors", "").path("total").path("value").asInt()).isGreaterThan(1_000);
        JsonNode bounce = year("bounce_rate", "").path("total");
        assertThat(bounce.path("value").asDouble()).isBetween(0.05, 0.95);
        assertThat(bounce.path("denominator").asInt())
                .isEqualTo(year("visits", "").path("total").path("value").asInt());
    }

    @Test
    void everyTextIsReadOrItIsSaidWhyNot() {
        List<JsonNode> texts = crumb.feedback().stream()
                .filter(item -> !item.path("text").asText("").isBlank())
                .toList();
        assertThat(texts).hasSizeGreaterThanOrEqualTo(600);
        assertThat(texts)
                .allMatch(item -> item.path("reading").path("label").isTextual()
                        || item.path("reading").path("reason").isTextual());
        assertThat(texts)
                .filteredOn(item -> item.path("reading").path("label").isTextual())
                .hasSizeGreaterThan(texts.size() * 9 / 10);
    }

    @Test
    void theBadMonthIsTheWorst() {
        Map<YearMonth, Double> ratings = byMonth("average_rating");
        Map<YearMonth, Double> bounces = byMonth("bounce_rate");
        assertThat(ratings).hasSizeGreaterThanOrEqualTo(10).containsKey(BAD_MONTH);
        ratings.forEach((month, rating) -> {
            if (!month.equals(BAD_MONTH)) {
                assertThat(rating).as(month.toString()).isGreaterThan(ratings.get(BAD_MONTH));
                assertThat(bounces.get(month)).as(month.toString()).isLessThan(bounces.get(BAD_MONTH));
            }
        });
    }

    @Test
    void itsVitalSignsAreWhole() {
        JsonNode engagement = crumb.server().get("/v1/engagement").expect(200).json();
        assertThat(engagement.path("missing")).isEmpty();
        assertThat(engagement.path("vitals")).hasSizeGreaterThanOrEqualTo(9);
        for (JsonNode vital : engagement.path("vitals")) {
            assertThat(vital.path("total").path("n").asInt())
                    .as(vital.toString())
                    .isPositive();
            assertThat(vital.path("series")).isNotEmpty();
        }
    }

    @Test
    void whoeverStartedItSeesEverythingInTheDashboard() throws IOException, InterruptedException {
        String cookie = nobody.http()
                .send(nobody.request(product.open()).build(), BodyHandlers.discarding())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";")[0];
        JsonNode session = nobody.send(
                        nobody.request("/session").header("Cookie", cookie).header("X-Requested-With", "rapport"))
                .expect(200)
                .json();
        assertThat(session.path("scopes"))
                .extracting(JsonNode::asText)
                .contains("surveys:write", "connections:read", "customers:read", "people:write");
    }

    /** The months that lie wholly inside the year. */
    private Map<YearMonth, Double> byMonth(String metric) {
        Map<YearMonth, Double> found = new TreeMap<>();
        for (JsonNode element : year(metric, "&interval=month").path("series")) {
            LocalDate from = LocalDate.parse(element.path("from").asText());
            if (from.getDayOfMonth() == 1
                    && !LocalDate.parse(element.path("to").asText()).isAfter(TODAY.withDayOfMonth(1))) {
                found.put(YearMonth.from(from), element.path("value").asDouble());
            }
        }
        return found;
    }

    private JsonNode year(String metric, String more) {
        return crumb.server()
                .get("/v1/metrics/" + metric + "?from=" + TODAY.minusYears(1) + "&to=" + TODAY + more)
                .expect(200)
                .json();
    }
}
