package io.rapport.feedback.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.Doubles;
import io.rapport.feedback.testing.Doubles.Reply;
import io.rapport.feedback.testing.ServiceTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A text that the sentiment service had no time for is asked once more before it counts as one that can't be read. */
@QuarkusTest
class BusySentimentTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Doubles metrics = Doubles.metrics();
    private final Doubles sentiment = Doubles.sentiment();

    @BeforeEach
    void start() {
        metrics.start();
        sentiment.behave(this::busyAtFirst);
        sentiment.start();
    }

    @AfterEach
    void stop() {
        metrics.close();
        sentiment.close();
    }

    @Test
    void aTextThatTakesTooLongEachTimeIsGivenUp() {
        sentiment.behave(Doubles::noTime);
        accepts(review("a", "Lovely."));
        await().atMost(PATIENCE).until(() -> metrics.factsOf(business).size() == 2);
        assertThat(metrics.factsOf(business)
                        .getLast()
                        .path("reading")
                        .path("reason")
                        .asText())
                .isEqualTo("timeout");
        assertThat(sentiment.requests())
                .filteredOn(request -> request.toString().contains("Lovely."))
                .hasSize(2);
    }

    @Test
    void aTextThatABusyMachineGaveUpIsAskedAgain() {
        accepts(review("a", "Lovely."));
        await().atMost(PATIENCE).until(() -> metrics.factsOf(business).size() == 2);
        List<JsonNode> facts = metrics.factsOf(business);
        assertThat(facts.getFirst().path("reading").isNull()).isTrue();
        assertThat(facts.getLast().path("reading").path("label").asText()).isEqualTo("positive");
        assertThat(facts.getLast().path("readingSeq").asInt()).isOne();
    }

    private Reply busyAtFirst(JsonNode request) {
        boolean first = sentiment.requests().stream()
                .noneMatch(earlier -> earlier.toString().contains("Lovely."));
        return first ? Doubles.noTime(request) : Doubles.positive(request);
    }
}
