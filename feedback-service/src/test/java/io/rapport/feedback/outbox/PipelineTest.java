package io.rapport.feedback.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.Doubles;
import io.rapport.feedback.testing.Doubles.Reply;
import io.restassured.RestAssured;
import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** From the post to metrics-service, by way of sentiment-service, with each of them well, ill and away. */
@QuarkusTest
class PipelineTest extends PipelineCase {
    @TestHTTPResource(value = "metrics", management = true)
    URL figuresUrl;

    @TestHTTPResource(value = "health/ready", management = true)
    URL readyUrl;

    @Test
    void aReviewIsDeliveredAtOnceAndAgainWithItsReading() {
        accepts(review(
                "a",
                "Lovely.",
                ", \"rating\": {\"value\": 8, \"min\": 0, \"max\": 10}",
                ", \"author\": {\"customerId\": \"c1\"}, \"touchpoint\": \"in_store\""));
        await().atMost(PATIENCE).until(() -> facts().size() == 2);
        JsonNode first = facts().getFirst();
        assertThat(first.path("readingSeq").asInt()).isZero();
        assertThat(first.path("reading").isNull()).isTrue();
        assertThat(first.path("revision").asInt()).isOne();
        assertThat(first.path("rating").decimalValue()).isEqualByComparingTo("4.20");
        assertThat(first.path("customerId").asText()).isEqualTo("c1");
        assertThat(first.path("touchpoint").asText()).isEqualTo("in_store");
        assertThat(first.path("deleted").asBoolean()).isFalse();
        assertThat(first.has("text")).isFalse();
        JsonNode second = facts().getLast();
        assertThat(second.path("readingSeq").asInt()).isOne();
        assertThat(second.path("reading").path("label").asText()).isEqualTo("positive");
        assertThat(second.path("reading").path("positive").decimalValue()).isEqualByComparingTo("0.7");
        assertThat(second.path("language").asText()).isEqualTo("en");
        assertThat(second.path("factId").asText())
                .isNotEqualTo(first.path("factId").asText());
        feedback("site", "a").body("reading.label", equalTo("positive")).body("reading.model", equalTo("double-1"));
        call().get("/v1/feedback?label=positive").then().body("items", hasSize(1));
    }

    @Test
    void aRatingWithoutTextIsNotScored() {
        accepts("{\"id\": \"a\", \"source\": \"site\", \"kind\": \"review\", \"rating\": {\"recommends\": true},"
                + " \"occurredAt\": \"2026-03-01T10:00:00Z\"}");
        await().atMost(PATIENCE).until(() -> facts().size() == 1);
        assertThat(facts().getFirst().path("recommends").asBoolean()).isTrue();
        assertThat(facts().getFirst().path("rating").isNull()).isTrue();
        assertThat(waiting("scoring_task")).isZero();
    }

    @Test
    void anEditAndADeletionFollow() {
        accepts(review("a", "Lovely."));
        accepts(review("a", "Awful."));
        call().delete("/v1/feedback/site/a").then().statusCode(204);
        await().atMost(PATIENCE).until(() -> facts().stream()
                .anyMatch(fact -> fact.path("deleted").asBoolean()));
        await().atMost(PATIENCE).until(() -> waiting("scoring_task") == 0 && waiting("fact_outbox") == 0);
        JsonNode tombstone = facts().stream()
                .filter(fact -> fact.path("deleted").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(tombstone.path("revision").asInt()).isEqualTo(3);
        assertThat(tombstone.path("kind").asText()).isEqualTo("review");
        assertThat(tombstone.path("reading").isNull()).isTrue();
        assertThat(revisions(fact -> fact.path("readingSeq").asInt() == 0)).containsExactly(1, 2, 3);
    }

    @Test
    void readingsCatchUpWhenTheSentimentServiceIsBack() {
        sentiment.close();
        accepts(review("a", "Lovely."));
        await().atMost(PATIENCE).until(() -> facts().size() == 1);
        sentiment.start();
        await().atMost(PATIENCE).until(() -> facts().size() == 2);
        assertThat(sentiment.tokens()).allMatch(token -> token.startsWith("Bearer "));
    }

    @Test
    void factsCatchUpWhenMetricsServiceIsBack() {
        metrics.close();
        accepts(review("a", "Lovely."));
        await().atMost(PATIENCE).until(() -> waiting("scoring_task") == 0);
        assertThat(waiting("fact_outbox")).isEqualTo(2);
        metrics.behave(body -> Reply.problem(503, "not yet"));
        metrics.start();
        await().atMost(PATIENCE).until(() -> metrics.tokens().size() > 1);
        assertThat(waiting("fact_outbox")).isEqualTo(2);
        metrics.behave(Doubles::taken);
        await().atMost(PATIENCE).until(() -> facts().size() == 2 && waiting("fact_outbox") == 0);
    }

    @Test
    void anEditThatComesWhileTheOldTextIsReadLeavesItsReadingOut() {
        sentiment.behave(body -> {
            if (body.toString().contains("Old.")) {
                accepts(review("a", "New."));
            }
            return Doubles.positive(body);
        });
        accepts(review("a", "Old."));
        await().atMost(PATIENCE)
                .until(() ->
                        !revisions(fact -> fact.path("readingSeq").asInt() == 1).isEmpty());
        await().atMost(PATIENCE).until(() -> waiting("scoring_task") == 0 && waiting("fact_outbox") == 0);
        assertThat(revisions(fact -> fact.path("readingSeq").asInt() == 1)).containsExactly(2);
        feedback("site", "a").body("text", equalTo("New.")).body("reading.label", equalTo("positive"));
    }

    @Test
    void connectionsThatBreakAreNoBugAndNothingIsLost() throws SQLException {
        accepts(review("a", "Lovely."));
        try (Connection connection = database.getConnection()) {
            connection
                    .createStatement()
                    .execute("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where usename = current_user and pid <> pg_backend_pid()");
        }
        await().atMost(PATIENCE).until(() -> {
            int status = post(review("b", "Fine.")).extract().statusCode();
            assertThat(status).isIn(202, 503);
            return status == 202;
        });
        // What is left of the broken connections, for the tests that follow.
        database.flush(AgroalDataSource.FlushMode.INVALID);
        await().atMost(PATIENCE)
                .until(() -> ids(fact -> fact.path("readingSeq").asInt() == 1).equals(Set.of("a", "b")));
    }

    @Test
    void whereFeedbackComesInThereIsNeitherHealthNorFigures() {
        RestAssured.get("/q/health/ready").then().statusCode(404);
        RestAssured.get("/q/metrics").then().statusCode(404);
    }

    @Test
    void readyMeansThatTheDatabaseAnswers() {
        RestAssured.get(readyUrl)
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("Database connections health check"));
    }

    @Test
    void theTokenNamesTheBusinessesOfTheBatch() {
        accepts(review("a", "Lovely."));
        await().atMost(PATIENCE).until(() -> facts().size() == 2);
        assertThat(metrics.tokens().stream().map(PipelineTest::payload))
                .anyMatch(token -> token.contains(business) && token.contains("internal:facts"));
    }

    @Test
    void theMetricsOfTheQueuesArePublished() {
        RestAssured.get(figuresUrl)
                .then()
                .statusCode(200)
                .body(containsString("rapport_feedback_queue_depth{queue=\"outbox\""))
                .body(containsString("rapport_feedback_parked{queue=\"scoring\""));
    }

    private List<Integer> revisions(Predicate<JsonNode> wanted) {
        return facts().stream()
                .filter(wanted)
                .map(fact -> fact.path("revision").asInt())
                .toList();
    }

    private static String payload(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
