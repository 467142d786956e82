package io.rapport.gateway.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.rapport.gateway.ServiceDouble.Asked;
import io.rapport.gateway.ServiceDouble.Reply;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SettingsPushTest extends GatewayTest {
    private static final String CRUMB = "{\"name\": \"Crumb\", \"timeZone\": \"Europe/Dublin\", \"currency\": \"EUR\"}";

    @Test
    void both_services_know_the_settings_before_the_business_answers() throws Exception {
        TestBusiness business = newBusiness();
        for (Asked asked : List.of(metrics.lastSettings(business.id()), feedback.lastSettings(business.id()))) {
            assertThat(asked.method()).isEqualTo("PUT");
            assertThat(asked.uri()).isEqualTo("/internal/v1/businesses/" + business.id() + "/settings");
            JsonNode body = new ObjectMapper().readTree(asked.body());
            assertThat(body.get("version").asInt()).isEqualTo(1);
            assertThat(body.get("timeZone").asText()).isEqualTo("Europe/Dublin");
            assertThat(body.has("margin") && body.get("margin").isNull()).isTrue();
            assertThat(body.properties().stream().map(Map.Entry::getKey))
                    .containsExactlyInAnyOrder(
                            "version",
                            "name",
                            "timeZone",
                            "currency",
                            "weekStart",
                            "margin",
                            "inactivityDays",
                            "goals",
                            "privacy",
                            "rates",
                            "aspects");
        }
        assertThat(sentiment.asked()).isEmpty();
    }

    @Test
    void nothing_is_stored_where_a_service_is_down() {
        feedback.close();
        int before = admin().get("/v1/businesses?limit=200").path("items.size()");
        admin().body(CRUMB)
                .post("/v1/businesses")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .body("type", endsWith("/unavailable"))
                .body("part", equalTo("feedback-service"));
        admin().get("/v1/businesses?limit=200").then().body("items", hasSize(before));
    }

    @Test
    void nothing_is_stored_where_a_service_refuses_the_settings() {
        metrics.replies(asked -> Reply.of(500, "{}"));
        admin().body(CRUMB).post("/v1/businesses").then().statusCode(503).body("part", equalTo("metrics-service"));
    }

    @Test
    void what_a_service_could_not_be_told_is_told_when_it_is_back() {
        TestBusiness business = newBusiness();
        feedback.close();
        own(business)
                .body("{\"name\": \"Later\"}")
                .patch("/v1/businesses/" + business.id())
                .then()
                .statusCode(200)
                .body("name", equalTo("Later"))
                .body("pending", contains("feedback-service"));
        feedback.asked().clear();
        feedback.start();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(feedback.asked("/internal/v1/businesses/" + business.id()))
                        .isNotEmpty()
                        .last()
                        .extracting(Asked::body)
                        .asString()
                        .contains("\"version\":2", "\"name\":\"Later\""));
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> own(business)
                .get("/v1/businesses/" + business.id())
                .then()
                .body("pending", empty()));
    }

    private static RequestSpecification own(TestBusiness business) {
        return with(business.secretKey()).contentType(ContentType.JSON);
    }
}
