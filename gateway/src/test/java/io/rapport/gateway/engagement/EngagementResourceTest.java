package io.rapport.gateway.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.rapport.gateway.ServiceDouble.Asked;
import io.rapport.gateway.ServiceDouble.Reply;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EngagementResourceTest extends GatewayTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] VITALS = {
        "visitors",
        "visits",
        "page_views",
        "bounce_rate",
        "review_count",
        "average_rating",
        "sentiment_score",
        "sentiment_share",
        "nps"
    };
    private static final String PERIOD = "/v1/engagement?from=2026-01-01&to=2026-02-01";

    private TestBusiness business;

    @BeforeEach
    void answerQueries() {
        metrics.replies(EngagementResourceTest::answer);
        business = newBusiness();
    }

    @Test
    void all_vital_signs_in_order_by_one_question() throws Exception {
        with(business.secretKey())
                .get(PERIOD)
                .then()
                .statusCode(200)
                .body("from", equalTo("2026-01-01"))
                .body("to", equalTo("2026-02-01"))
                .body("vitals.metric.id", contains(VITALS))
                .body("missing", empty())
                .body("asOf", equalTo("2026-02-01T00:00:01Z"));
        assertThat(metrics.asked("/v1/metrics/query")).hasSize(1);
        JsonNode query = JSON.readTree(
                        metrics.asked("/v1/metrics/query").getFirst().body())
                .at("/queries/0");
        assertThat(query.path("metric").asText()).isEqualTo("visitors");
        assertThat(query.path("interval").asText()).isEqualTo("day");
        assertThat(query.path("compare").asText()).isEqualTo("previous");
        assertThat(query.path("from").asText()).isEqualTo("2026-01-01");
    }

    @Test
    void unasked_the_period_is_the_last_28_days_in_the_businesss_zone() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Dublin"));
        with(business.secretKey())
                .get("/v1/engagement")
                .then()
                .statusCode(200)
                .body("from", equalTo(today.minusDays(28).toString()))
                .body("to", equalTo(today.toString()));
    }

    @Test
    void a_metric_that_fails_is_named_and_the_rest_is_given() {
        metrics.replies(asked -> answer(asked, "nps"));
        with(business.secretKey())
                .get(PERIOD)
                .then()
                .statusCode(200)
                .body("vitals", hasSize(8))
                .body("missing.part", contains("nps"))
                .body("missing[0].reason", equalTo("No survey."));
    }

    @Test
    void metrics_service_that_is_down_is_named() {
        metrics.close();
        with(business.secretKey())
                .get(PERIOD)
                .then()
                .statusCode(200)
                .body("vitals", empty())
                .body("missing.part", contains("metrics-service"))
                .body("asOf", nullValue());
    }

    @Test
    void metrics_service_that_says_nothing_in_time_is_named() {
        CountDownLatch never = new CountDownLatch(1);
        metrics.replies(asked -> {
            try {
                never.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Reply.of(200, "{}");
        });
        with(business.secretKey()).get(PERIOD).then().statusCode(200).body("missing.part", contains("metrics-service"));
        never.countDown();
    }

    @Test
    void an_answer_that_makes_no_sense_is_as_good_as_none() {
        for (Reply reply : new Reply[] {
            Reply.of(500, "{}"), Reply.of(200, "<html>"), Reply.of(200, "{\"results\":[]}"), Reply.of(200, "")
        }) {
            metrics.replies(asked -> reply);
            with(business.secretKey())
                    .get(PERIOD)
                    .then()
                    .statusCode(200)
                    .body("missing.part", hasItem("metrics-service"));
        }
    }

    @Test
    void services_by_which_figures_may_lag_are_named() {
        sentiment.close();
        feedback.replies(asked -> Reply.of(503, "{\"status\":\"DOWN\"}"));
        with(business.secretKey())
                .get(PERIOD)
                .then()
                .statusCode(200)
                .body("vitals", hasSize(9))
                .body("missing.part", hasItems("sentiment-service", "feedback-service"))
                .body("missing.reason", hasItem(containsString("may lag")));
    }

    private static Reply answer(Asked asked) {
        return answer(asked, "");
    }

    private static Reply answer(Asked asked, String failing) {
        if (!asked.uri().equals("/v1/metrics/query")) {
            return Reply.of(204, "");
        }
        try {
            ObjectNode body = JSON.createObjectNode();
            ObjectNode results = body.putObject("results");
            for (JsonNode query : JSON.readTree(asked.body()).path("queries")) {
                String id = query.path("id").asText();
                ObjectNode result = results.putObject(id);
                if (id.equals(failing)) {
                    result.putObject("problem").put("detail", "No survey.");
                } else {
                    result.putObject("metric").put("id", id);
                    result.put("asOf", "2026-02-01T00:00:0" + (id.equals("visits") ? "1Z" : "5Z"));
                }
            }
            return Reply.of(200, body.toString());
        } catch (JsonProcessingException broken) {
            return Reply.of(400, "{}");
        }
    }
}
