package io.rapport.metrics.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service tells its operators of itself. */
@MetricsTest
class FiguresTest {
    private static final String AT = "2026-03-01T09:30:00Z";

    @TestHTTPResource(value = "metrics", management = true)
    URL figuresUrl;

    private Client crumb;

    @BeforeEach
    void ownBusiness() {
        crumb = Client.newBusiness();
    }

    @Test
    void factsAreCountedByKindAndByWhatBecameOfThem() {
        double stored = figure("rapport_metrics_facts_total{kind=\"event\",outcome=\"stored\"}");
        double again = figure("rapport_metrics_facts_total{kind=\"event\",outcome=\"duplicate\"}");
        double refused = figure("rapport_metrics_facts_total{kind=\"feedback\",outcome=\"rejected\"}");
        String view = crumb.pageView("e-1", "v-1", AT, "https://crumb.example/");
        crumb.events("[" + view + "," + crumb.pageView("e-2", "v-1", AT, "https://crumb.example/menu") + "]")
                .statusCode(202);
        crumb.events(view).statusCode(202);
        crumb.facts(crumb.review("r-1", 1, 0, false, 9, null)).statusCode(200);
        assertThat(figure("rapport_metrics_facts_total{kind=\"event\",outcome=\"stored\"}"))
                .isEqualTo(stored + 2);
        assertThat(figure("rapport_metrics_facts_total{kind=\"event\",outcome=\"duplicate\"}"))
                .isEqualTo(again + 1);
        assertThat(figure("rapport_metrics_facts_total{kind=\"feedback\",outcome=\"rejected\"}"))
                .isEqualTo(refused + 1);
        assertThat(figure("rapport_rejected_total{field=\"rating\",reason=\"fact\"}"))
                .isPositive();
        await().untilAsserted(() -> assertThat(figure("rapport_metrics_visits_derivation_seconds_count"))
                .isPositive());
        // What other classes left may have to be derived first.
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() ->
                        assertThat(figure("rapport_metrics_visits_lag_seconds")).isLessThan(10));
    }

    @Test
    void aRefusalNamesTheFieldAndNeverWhatOnlyTheClientKnows() {
        crumb.events("{\"source\": \"web\", \"id\": \"e-1\", \"occurredAt\": \"" + AT + "\"}")
                .statusCode(400);
        crumb.events("{\"source\": \"web\", \"id\": \"e-1\", \"type\": \"page_view\", \"occurredAt\": \"" + AT
                        + "\", \"canaryMember\": 1}")
                .statusCode(400);
        assertThat(figure("rapport_rejected_total{field=\"type\",reason=\"validation\"}"))
                .isPositive();
        assertThat(figure("rapport_rejected_total{field=\"other\",reason=\"validation\"}"))
                .isPositive();
        assertThat(figures()).doesNotContain("canary");
    }

    @Test
    void questionsAreTimedByTheShapeOfTheirAnswer() {
        crumb.metric("visitors?from=2026-03-01&to=2026-03-02").statusCode(200);
        crumb.metric("retention_cohorts?from=2026-01-01&to=2026-03-01").statusCode(200);
        assertThat(figure("rapport_metrics_questions_seconds_count{shape=\"scalar\"}"))
                .isPositive();
        assertThat(figure("rapport_metrics_questions_seconds_count{shape=\"matrix\"}"))
                .isPositive();
    }

    @Test
    void theLagIsTheTimeSinceWhatFeedbackServiceVouchesFor() {
        crumb.with("internal:facts")
                .body("{\"facts\": [], \"upTo\": \"" + Instant.now() + "\"}")
                .post("/internal/v1/facts")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(figure("rapport_metrics_lag_seconds"))
                .isBetween(0.0, 15.0));
        assertThat(figures()).contains("agroal_active_count");
    }

    private double figure(String name) {
        return figures()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    private String figures() {
        return given().get(figuresUrl).asString();
    }
}
