package io.rapport.feedback.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.Doubles;
import io.rapport.feedback.testing.Doubles.Reply;
import io.rapport.feedback.testing.ServiceTest;
import io.rapport.frame.database.BusinessScope;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Texts that were read before are read again when the model, or what a business wants to hear about, has changed. */
@QuarkusTest
class RescoringTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SOURDOUGH = "[{\"category\": \"sourdough\", \"words\": [\"starter\"]}]";

    @Inject
    AgroalDataSource database;

    @Inject
    MeterRegistry meters;

    @Inject
    CurrentModel current;

    @Inject
    OldReadings readings;

    @Inject
    BusinessScope scope;

    private final Doubles metrics = Doubles.metrics();
    private final Doubles sentiment = Doubles.sentiment();
    private volatile String model = "double-1";
    private volatile Predicate<String> away = request -> false;

    @BeforeEach
    void start() {
        metrics.start();
        sentiment.behave(this::read);
        sentiment.start();
    }

    /** The next test begins with a model that is believed, as the other classes do. */
    @AfterEach
    void stop() {
        model = "double-1";
        sentiment.behave(this::read);
        await().atMost(PATIENCE).until(() -> current.name().equals(Optional.of("double-1")));
        metrics.close();
        sentiment.close();
    }

    @Test
    void readingsOfAnOldModelAreMadeAnewTheNewestFirst() {
        accepts(ten().toString());
        isRead(10, 1);
        double before = meters.counter("rapport.feedback.rescored").count();
        model = "double-2";
        isRead(10, 2);
        assertThat(facts(2))
                .allMatch(fact -> fact.path("reading").path("model").asText().equals("double-2"));
        assertThat(asked().subList(10, 20)).containsExactly("9", "8", "7", "6", "5", "4", "3", "2", "1", "0");
        assertThat(meters.counter("rapport.feedback.rescored").count()).isGreaterThanOrEqualTo(before + 10);
        await().atMost(PATIENCE)
                .until(() ->
                        meters.get("rapport.feedback.rescoring.left").gauge().value() == 0);
        feedback("site", "r3").body("reading.model", equalTo("double-2"));
        await().atMost(PATIENCE).until(() -> rows("reading_model", "model = 'double-1'") == 0);
    }

    @Test
    void oldReadingsWaitForNewTexts() {
        accepts(ten().toString());
        isRead(10, 1);
        away = request -> request.contains("new text");
        accepts(review("new", "A new text"));
        model = "double-3";
        looks(4);
        assertThat(rows("scoring_task", "priority = 1")).isZero();
        assertThat(meters.get("rapport.feedback.rescoring.left").gauge().value())
                .isGreaterThanOrEqualTo(10);
        away = request -> false;
        isRead(10, 2);
    }

    @Test
    void noMoreThanThereIsRoomForAreReadAnew() {
        accepts(ten().toString());
        isRead(10, 1);
        int enqueued = scope.call(Set.of(business), () -> QuarkusTransaction.requiringNew()
                .call(() -> readings.enqueue(new OldReadings.Made(business, "double-1"), 3)));
        assertThat(enqueued).isEqualTo(3);
        await().atMost(PATIENCE).until(() -> rows("scoring_task", "true") == 0);
        assertThat(asked().subList(10, 13)).containsExactly("9", "8", "7");
        assertThat(facts(2)).isEmpty();
    }

    @Test
    void whatAnotherReplicaLooksThroughIsLeftToIt() throws SQLException {
        accepts(review("a", "Lovely."));
        isRead(1, 1);
        try (Connection replica = database.getConnection()) {
            replica.setAutoCommit(false);
            replica.createStatement()
                    .executeQuery("select from reading_model where business_id = '" + business + "' for update");
            model = "double-4";
            looks(4);
            assertThat(rows("scoring_task", "true")).isZero();
            replica.rollback();
        }
        isRead(1, 2);
    }

    @Test
    void aModelIsBelievedWhenItAnswersTwiceInARow() {
        accepts(review("a", "Lovely."));
        isRead(1, 1);
        int[] count = {0};
        sentiment.behave(body -> {
            model = "flips-" + count[0]++;
            return read(body);
        });
        looks(6);
        assertThat(facts(2)).isEmpty();
        model = "double-5";
        sentiment.behave(this::read);
        isRead(1, 2);
    }

    @Test
    void whatABusinessWantsToHearAboutGoesAlongAndIsLookedForInOldTexts() {
        accepts("[" + review("a", business + " starter") + "," + review("b", business + " lovely") + "]");
        isRead(2, 1);
        settings(business, 2, SOURDOUGH);
        await().atMost(PATIENCE).until(() -> facts(2).size() == 1 && rows("scoring_task", "true") == 0);
        feedback("site", "a").body("reading.aspects[0].category", equalTo("sourdough"));
        call().get("/v1/feedback?aspect=sourdough").then().body("items.id", equalTo(List.of("a")));
        // The other was read again, too, and as it was: no news.
        assertThat(asked()).hasSize(4);
        settings(business, 3, "[]");
        await().atMost(PATIENCE).until(() -> facts(3).size() == 1);
        assertThat(documents().getLast().has("aspects")).isFalse();
    }

    @Test
    void otherSettingsHaveNothingReadAgain() {
        settings(business, 2, SOURDOUGH);
        accepts(review("a", business + " starter"));
        isRead(1, 1);
        settings(business, 3, SOURDOUGH);
        settings(business, 2, "[]");
        assertThat(rows("scoring_task", "true")).isZero();
        assertThat(asked()).hasSize(1);
    }

    @Test
    void newTextsGoFirstAndOfTheOldTheNewest() {
        accepts(ten().toString());
        isRead(10, 1);
        sentiment.close();
        settings(business, 2, SOURDOUGH);
        accepts(review("new", business + " starter new"));
        sentiment.start();
        await().atMost(PATIENCE).until(() -> rows("scoring_task", "true") == 0);
        assertThat(asked().subList(10, 21)).containsExactly("new", "9", "8", "7", "6", "5", "4", "3", "2", "1", "0");
    }

    @Test
    void aTextThatIsBeingReadWhenTheWishesChangeIsReadAgain() {
        sentiment.behave(body -> {
            if (body.toString().contains(business + " starter")
                    && !body.toString().contains("sourdough")) {
                settings(business, 2, SOURDOUGH);
            }
            return read(body);
        });
        accepts(review("a", business + " starter"));
        isRead(1, 2);
        feedback("site", "a").body("reading.aspects[0].category", equalTo("sourdough"));
        assertThat(rows("scoring_task", "true")).isZero();
    }

    /** Reviews 0 to 9, each a day after the one before. */
    private List<String> ten() {
        List<String> bodies = new ArrayList<>();
        IntStream.range(0, 10)
                .forEach(i ->
                        bodies.add(review("r" + i, business + " starter " + i).replace("03-01", "03-1" + i)));
        return bodies;
    }

    private void isRead(int texts, int readingSeq) {
        await().atMost(PATIENCE).until(() -> facts(readingSeq).size() == texts);
    }

    private void looks(int times) {
        long before = looks();
        await().atMost(PATIENCE).until(() -> looks() >= before + times);
    }

    private long looks() {
        return sentiment.requests().stream()
                .filter(request ->
                        request.path("documents").path(0).path("text").asText().equals("Fine."))
                .count();
    }

    private List<JsonNode> facts(int readingSeq) {
        return metrics.factsOf(business).stream()
                .filter(fact -> fact.path("readingSeq").asInt() == readingSeq)
                .toList();
    }

    /** The last words of the texts that were asked about, in their order. */
    private List<String> asked() {
        return documents().stream()
                .map(document -> document.path("text").asText())
                .map(text -> text.substring(text.lastIndexOf(' ') + 1))
                .toList();
    }

    private List<JsonNode> documents() {
        return sentiment.requests().stream()
                .flatMap(request ->
                        StreamSupport.stream(request.path("documents").spliterator(), false))
                .filter(document -> document.path("text").asText().startsWith(business))
                .toList();
    }

    private int rows(String table, String condition) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select count(*) from " + table + " where business_id = ? and " + condition)) {
            statement.setString(1, business);
            var result = statement.executeQuery();
            result.next();
            return result.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Finds an aspect wherever a word of it is at the end of a sentence, and the rest positive. */
    private Reply read(JsonNode body) {
        if (away.test(body.toString())) {
            return Reply.problem(503, "not now");
        }
        JsonNode answer = Doubles.tree(Doubles.positive(body));
        for (int i = 0; i < body.path("documents").size(); i++) {
            JsonNode document = body.path("documents").get(i);
            ObjectNode reading = (ObjectNode) answer.path("readings").get(i);
            reading.put("model", model);
            var aspects = reading.putArray("aspects");
            for (JsonNode wanted : document.path("aspects")) {
                if (document.path("text")
                        .asText()
                        .contains(wanted.path("words").path(0).asText())) {
                    aspects.addObject()
                            .put("category", wanted.path("category").asText())
                            .put("label", "positive");
                }
            }
        }
        return new Reply(200, answer.toString());
    }
}
