package io.rapport.feedback.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.Doubles;
import io.rapport.feedback.testing.Doubles.Reply;
import io.rapport.feedback.testing.ServiceTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the post to metrics-service, by way of sentiment-service, with each of them well, ill and away. */
@QuarkusTest
class PipelineTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TestHTTPResource(value = "metrics", management = true)
    URL figuresUrl;

    @TestHTTPResource(value = "health/ready", management = true)
    URL readyUrl;

    @Inject
    AgroalDataSource database;

    private final Doubles metrics = Doubles.metrics();
    private final Doubles sentiment = Doubles.sentiment();

    @BeforeEach
    void start() {
        metrics.start();
        sentiment.start();
    }

    @AfterEach
    void stop() {
        metrics.close();
        sentiment.close();
    }

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
    void oneFactThatMetricsServiceRefusesWholeBatchesForIsParkedAndTheOthersGoOn() {
        refuseFacts(fact -> fact.path("id").asText().equals("bad"));
        accepts(batch("bad", 30));
        // Each of the 31 is told twice, without and with its reading.
        await().atMost(PATIENCE).until(() -> facts().size() == 60 && parked().size() == 2);
        assertThat(ids(fact -> true)).hasSize(30).doesNotContain("bad");
        call().get("/v1/parked")
                .then()
                .body("items[0].what", equalTo("fact"))
                .body("items[0].feedbackId", equalTo("bad"))
                .body("items[0].reason", equalTo("Status 400: no bad facts"));

        metrics.behave(Doubles::taken);
        parked().forEach(id -> call().post("/v1/parked/" + id + "/retry").then().statusCode(202));
        await().atMost(PATIENCE).until(() -> facts().size() == 62);
        assertThat(ids(fact -> true)).contains("bad");
        assertThat(parked()).isEmpty();
    }

    @Test
    void aFactThatIsRejectedByItsIndexIsParked() {
        metrics.behave(body -> new Reply(
                200,
                IntStream.range(0, body.path("facts").size())
                        .filter(i ->
                                body.path("facts").get(i).path("id").asText().equals("bad"))
                        .mapToObj(i -> "{\"index\": " + i + ", \"detail\": \"not this one\"}")
                        .collect(Collectors.joining(
                                ",", "{\"accepted\": 0, \"duplicates\": 0, \"rejected\": [", "]}"))));
        accepts(batch("bad", 3));
        await().atMost(PATIENCE).until(() -> parked().size() == 2 && waiting("fact_outbox") == 2);
        call().get("/v1/parked").then().body("items.reason", everyItem(equalTo("not this one")));
        assertThat(ids(fact -> true)).contains("r0", "r1", "r2");
    }

    @Test
    void aTextThatAloneMakesTheRequestFailIsParked() {
        for (int status : List.of(400, 500)) {
            String bad = "bad" + status;
            sentiment.behave(
                    body -> body.toString().contains(bad) ? Reply.problem(status, "choked") : Doubles.positive(body));
            accepts("[" + review("x" + status, bad) + "," + review("y" + status, "good") + "]");
            await().atMost(PATIENCE)
                    .until(() ->
                            ids(fact -> fact.path("readingSeq").asInt() == 1).contains("y" + status));
        }
        await().atMost(PATIENCE).until(() -> parked().size() == 2);
        call().get("/v1/parked").then().body("items.what", everyItem(equalTo("text")));
        sentiment.behave(Doubles::positive);
        parked().forEach(id -> call().post("/v1/parked/" + id + "/retry").then().statusCode(202));
        await().atMost(PATIENCE)
                .until(() -> ids(fact -> fact.path("readingSeq").asInt() == 1).size() == 4);
    }

    @Test
    void nothingIsParkedWhileTheSentimentServiceIsIll() {
        sentiment.behave(body -> Reply.problem(500, "ill"));
        accepts(review("a", "Lovely."));
        await().atMost(PATIENCE).until(() -> sentiment.tokens().size() >= 6);
        assertThat(parked()).isEmpty();
        sentiment.behave(Doubles::positive);
        await().atMost(PATIENCE).until(() -> facts().size() == 2);
    }

    @Test
    void whatAnotherReplicaHasClaimedIsLeftToItUntilItDies() throws SQLException {
        metrics.close();
        sentiment.close();
        accepts(review("a", "Lovely."));
        try (Connection replica = database.getConnection()) {
            replica.setAutoCommit(false);
            lock(replica, "scoring_task");
            lock(replica, "fact_outbox");
            metrics.start();
            sentiment.start();
            String other = known(randomBusiness());
            as(other).body(review("b", "Lovely.")).post("/v1/feedback").then().statusCode(202);
            await().atMost(PATIENCE).until(() -> metrics.factsOf(other).size() == 2);
            assertThat(facts()).isEmpty();
            replica.rollback();
        }
        await().atMost(PATIENCE).until(() -> facts().size() == 2);
    }

    @Test
    void theWatermarkNeverPassesFeedbackThatIsStillUnderWay() throws SQLException {
        await().atMost(PATIENCE).until(() -> upTo() != null);
        metrics.close();
        accepts(review("a", "Lovely."));
        Instant acknowledged = Instant.now();
        try (Connection replica = database.getConnection()) {
            replica.setAutoCommit(false);
            lock(replica, "fact_outbox");
            metrics.start();
            String other = known(randomBusiness());
            as(other).body(review("b", "Lovely.")).post("/v1/feedback").then().statusCode(202);
            await().atMost(PATIENCE).until(() -> metrics.factsOf(other).size() == 2);
            assertThat(upTo()).isBefore(acknowledged);
            replica.rollback();
        }
        await().atMost(PATIENCE).until(() -> facts().size() == 2);
        Instant now = Instant.now();
        await().atMost(PATIENCE).until(() -> upTo().isAfter(now));
    }

    @Test
    void theWatermarkWaitsForTransactionsUnderWay() throws SQLException {
        try (Connection writer = database.getConnection()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("select pg_current_xact_id()");
            Instant begun = Instant.now();
            int before = metrics.requests().size();
            await().atMost(PATIENCE).until(() -> metrics.requests().size() > before + 2);
            assertThat(upTo()).isBefore(begun.plusMillis(1));
            writer.rollback();
        }
        Instant now = Instant.now();
        await().atMost(PATIENCE).until(() -> upTo().isAfter(now));
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

    private void lock(Connection replica, String table) throws SQLException {
        try (var statement = replica.prepareStatement("select 1 from " + table + " where business_id = ? for update")) {
            statement.setString(1, business);
            assertThat(statement.executeQuery().next()).isTrue();
        }
    }

    private void refuseFacts(Predicate<JsonNode> bad) {
        metrics.behave(body -> {
            for (JsonNode fact : body.path("facts")) {
                if (bad.test(fact)) {
                    return Reply.problem(400, "no bad facts");
                }
            }
            return Doubles.taken(body);
        });
    }

    private static String batch(String extra, int count) {
        StringBuilder batch = new StringBuilder("[" + review(extra, "Fine."));
        IntStream.range(0, count).forEach(i -> batch.append(',').append(review("r" + i, "Fine.")));
        return batch.append(']').toString();
    }

    private List<JsonNode> facts() {
        return metrics.factsOf(business);
    }

    private Set<String> ids(Predicate<JsonNode> wanted) {
        Set<String> ids = new TreeSet<>();
        facts().stream().filter(wanted).forEach(fact -> ids.add(fact.path("id").asText()));
        return ids;
    }

    private List<Integer> revisions(Predicate<JsonNode> wanted) {
        return facts().stream()
                .filter(wanted)
                .map(fact -> fact.path("revision").asInt())
                .toList();
    }

    private List<String> parked() {
        return call().get("/v1/parked?limit=200").jsonPath().getList("items.id");
    }

    private Instant upTo() {
        return metrics.requests().stream()
                .filter(request -> !request.path("upTo").isNull())
                .map(request -> Instant.parse(request.path("upTo").asText()))
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private int waiting(String table) {
        try (Connection connection = database.getConnection();
                var statement =
                        connection.prepareStatement("select count(*) from " + table + " where business_id = ?")) {
            statement.setString(1, business);
            var result = statement.executeQuery();
            result.next();
            return result.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String payload(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
