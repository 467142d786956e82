package io.rapport.feedback.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.rapport.feedback.testing.Doubles;
import io.rapport.feedback.testing.ServiceTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The pipeline with doubles of the services before and behind it. */
abstract class PipelineCase extends ServiceTest {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    AgroalDataSource database;

    final Doubles metrics = Doubles.metrics();
    final Doubles sentiment = Doubles.sentiment();

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

    List<JsonNode> facts() {
        return metrics.factsOf(business);
    }

    Set<String> ids(Predicate<JsonNode> wanted) {
        Set<String> ids = new TreeSet<>();
        facts().stream().filter(wanted).forEach(fact -> ids.add(fact.path("id").asText()));
        return ids;
    }

    int waiting(String table) {
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
}
