package io.rapport.feedback.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.testing.Doubles;
import io.rapport.feedback.testing.ServiceTest;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sentiment service is told of a text. */
@QuarkusTest
class SentimentRequestTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Doubles sentiment = Doubles.sentiment();

    @BeforeEach
    void start() {
        sentiment.start();
    }

    @AfterEach
    void stop() {
        sentiment.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"review", "post", "message", "interview", "call", "note"})
    void itsKindIsTheFeedbacksOwn(String kind) {
        accepts(review("a", "Lovely " + business).replace("\"review\"", "\"" + kind + "\""));
        assertThat(asked().path("kind").asText()).isEqualTo(kind);
        assertThat(asked().get("rating").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"value\": 4, \"scale\": 5} | {\"value\":4,\"min\":1,\"max\":5}",
                "{\"value\": 7.5, \"min\": 0, \"max\": 10} | {\"value\":7.5,\"min\":0,\"max\":10}",
                "{\"recommends\": false} | {\"recommends\":false}"
            })
    void itsRatingGoesAlongAsItWasGiven(String given, String told) {
        accepts(review("a", "Lovely " + business, ", \"rating\": " + given));
        assertThat(asked().get("rating")).hasToString(told);
    }

    @Test
    void aRoundNumberIsWrittenOut() {
        accepts(review("a", "Lovely " + business, ", \"rating\": {\"value\": 40, \"min\": 0, \"max\": 100}"));
        assertThat(asked().get("rating")).hasToString("{\"value\":40,\"min\":0,\"max\":100}");
    }

    /** The text of this test's business, as it was asked about. */
    private JsonNode asked() {
        return await().atMost(PATIENCE)
                .until(
                        () -> sentiment.requests().stream()
                                .flatMap(request -> StreamSupport.stream(
                                        request.path("documents").spliterator(), false))
                                .filter(document ->
                                        document.path("text").asText().contains(business))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }
}
