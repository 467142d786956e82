package io.rapport.feedback.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What several replicas see of one another, and up to when everything is said to be delivered. */
@QuarkusTest
class ReplicasAndWatermarkTest extends PipelineCase {
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

    private void lock(Connection replica, String table) throws SQLException {
        try (var statement = replica.prepareStatement("select 1 from " + table + " where business_id = ? for update")) {
            statement.setString(1, business);
            assertThat(statement.executeQuery().next()).isTrue();
        }
    }

    private Instant upTo() {
        return metrics.requests().stream()
                .filter(request -> !request.path("upTo").isNull())
                .map(request -> Instant.parse(request.path("upTo").asText()))
                .reduce((first, last) -> last)
                .orElse(null);
    }
}
