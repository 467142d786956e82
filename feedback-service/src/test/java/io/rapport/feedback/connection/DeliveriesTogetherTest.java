package io.rapport.feedback.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Deliveries that wait are taken in together, and each has its own outcome. */
@QuarkusTest
class DeliveriesTogetherTest extends ConnectionTest {
    @Inject
    AgroalDataSource database;

    @Test
    void whatIsSaidAndDeletedEndsAsIfEachHadComeAlone() throws SQLException {
        connect("{\"type\": \"standard-webhooks\", \"name\": \"Site\"}");
        whileNoneIsRead(() -> {
            say("m1", review("a", "One."));
            say("m2", review("a", "One."));
            say("m3", review("a", "Two."));
            say("m4", "{\"type\": \"review.deleted\", \"data\": {\"source\": \"site\", \"id\": \"a\"}}");
            say("m5", "{\"type\": \"review.created\", \"data\": {\"id\": \"b\"}}");
            say("m6", "this is no JSON");
            say("m7", review("c", "Three."));
            say("m7", review("c", "Three."));
        });
        settled(8);
        assertThat(outcomes())
                .containsEntry("m1", "processed: stored")
                .containsEntry("m2", "processed: known already")
                .containsEntry("m3", "processed: stored")
                .containsEntry("m4", "processed: deleted")
                .containsEntry("m6", "failed: The payload is not valid JSON.");
        assertThat(outcomes().get("m5")).startsWith("failed: ");
        assertThat(deliveries().extract().<List<String>>path("items.outcome")).containsOnlyOnce("duplicate");
        feedback("site", "a").statusCode(404);
        feedback("site", "c").body("text", equalTo("Three."));
    }

    @Test
    void oneWhoseFactsCantBeStoredFailsAlone() throws SQLException {
        connect("{\"type\": \"standard-webhooks\", \"name\": \"Site\"}");
        whileNoneIsRead(() -> {
            say("m1", review("a", "One.", ", \"revision\": 1"));
            say("m2", review("a", "Another one.", ", \"revision\": 1"));
            say("m3", review("b", "Two."));
        });
        settled(3);
        assertThat(outcomes())
                .containsEntry("m1", "processed: stored")
                .containsEntry("m2", "failed: Revision 1 of 'a' is already stored with other content.")
                .containsEntry("m3", "processed: stored");
    }

    @Test
    void moreThanAreTakenInAtOnceAreTakenInTheirOrder() throws SQLException {
        connect("{\"type\": \"standard-webhooks\", \"name\": \"Site\"}");
        whileNoneIsRead(() -> IntStream.rangeClosed(1, 210).forEach(i -> say("m" + i, review("a", "Version " + i))));
        settled(200);
        feedback("site", "a").body("text", equalTo("Version 210")).body("revision", equalTo(210));
    }

    @Test
    void aTaskWhoseDeliveryIsGoneHoldsNothingUp() throws SQLException {
        connect("{\"type\": \"standard-webhooks\", \"name\": \"Site\"}");
        try (Connection connection = database.getConnection();
                var task = connection.prepareStatement(
                        "insert into delivery_task (business_id, connection_id, delivery_id) values (?, ?, 'dl_gone')")) {
            task.setString(1, business);
            task.setString(2, id);
            task.executeUpdate();
        }
        say("m1", review("a", "One."));
        settled(1);
        await().atMost(Duration.ofSeconds(20)).until(() -> tasks() == 0);
        feedback("site", "a").body("text", equalTo("One."));
    }

    private int tasks() throws SQLException {
        try (Connection connection = database.getConnection();
                var count = connection.prepareStatement("select count(*) from delivery_task where connection_id = ?")) {
            count.setString(1, id);
            var result = count.executeQuery();
            result.next();
            return result.getInt(1);
        }
    }

    /** As if another replica were at it. */
    private void whileNoneIsRead(Runnable work) throws SQLException {
        try (Connection replica = database.getConnection()) {
            replica.setAutoCommit(false);
            try (var lock = replica.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 1))")) {
                lock.setString(1, id);
                lock.execute();
            }
            work.run();
            replica.rollback();
        }
    }

    private void say(String message, String body) {
        deliver(Signers.standard(message), body).statusCode(202);
    }

    /** By message; without the repetitions that were only noted. */
    private Map<String, String> outcomes() {
        Map<String, String> outcomes = new HashMap<>();
        settled(1).stream()
                .filter(item -> !item.get("outcome").equals("duplicate"))
                .forEach(item ->
                        outcomes.put((String) item.get("messageId"), item.get("outcome") + ": " + item.get("detail")));
        return outcomes;
    }
}
