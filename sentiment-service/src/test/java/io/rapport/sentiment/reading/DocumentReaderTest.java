package io.rapport.sentiment.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.sentiment.language.Languages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {
    private static final Languages LANGUAGES = Languages.load();
    private static final Understanding GOOD =
            new Understanding(0.5, Label.POSITIVE, new Probabilities(0, 0.2, 0.8), List.of(), List.of(), List.of());

    private static final Duration TIME = Duration.ofSeconds(30);

    private final DocumentReader reader = new DocumentReader(LANGUAGES, 100, TIME, TIME);

    @Test
    void whatTheModelUnderstandsIsTheReading() {
        Reading reading = reader.read(english("Lovely."), model((text, deadline) -> Optional.of(GOOD)));

        assertThat(reading.score()).isEqualTo(0.5);
        assertThat(reading.label()).isEqualTo(Label.POSITIVE);
        assertThat(reading.probabilities()).isEqualTo(GOOD.probabilities());
        assertThat(reading.language()).isEqualTo("en");
        assertThat(reading.model()).isEqualTo("test-1");
        assertThat(reading.truncated()).isFalse();
        assertThat(reading.reason()).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\n\t\u2003"})
    void blankTextIsEmptyWithoutAskingTheModel(String blank) {
        assertRefused(reader.read(english(blank), broken(new AssertionError("asked"))), Reason.EMPTY);
    }

    @Test
    void textInWhichTheModelFindsNothingIsEmpty() {
        assertRefused(reader.read(english("\u200b"), model((text, deadline) -> Optional.empty())), Reason.EMPTY);
    }

    @Test
    void aStatedForeignLanguageIsTrusted() {
        Reading reading = reader.read(
                new Document("1", "Lovely bread.", null, "de-AT", null), broken(new AssertionError("asked")));

        assertRefused(reading, Reason.LANGUAGE);
        assertThat(reading.language()).isEqualTo("de");
    }

    @Test
    void aStatedEnglishIsTrusted() {
        Document document = new Document(
                "1", "Das Brot war hervorragend, aber die Schlange war leider endlos lang.", null, "en-GB", null);

        assertThat(reader.read(document, model((text, deadline) -> Optional.of(GOOD)))
                        .label())
                .isEqualTo(Label.POSITIVE);
    }

    @Test
    void aMissingLanguageIsFoundOut() {
        String french = "Le pain était délicieux mais la file d'attente interminable et le personnel désagréable.";

        Reading reading = reader.read(new Document("1", french, null, null, null), broken(new AssertionError("asked")));

        assertRefused(reading, Reason.LANGUAGE);
        assertThat(reading.language()).isEqualTo("fr");
    }

    @Test
    void aDocumentWhoseTimeIsOverIsGivenUpAlone() {
        DocumentReader impatient = new DocumentReader(LANGUAGES, 100, Duration.ZERO, TIME);

        Reading reading = impatient.read(english("Lovely."), model((text, deadline) -> {
            deadline.check();
            return Optional.of(GOOD);
        }));

        assertRefused(reading, Reason.TIMEOUT);
    }

    @Test
    void aDocumentThatABusyMachineHasNoTimeForIsGivenUpToo() {
        DocumentReader busy = new DocumentReader(LANGUAGES, 100, TIME, Duration.ZERO);

        Reading reading = busy.read(english("Lovely."), model((text, deadline) -> {
            deadline.check();
            return Optional.of(GOOD);
        }));

        assertRefused(reading, Reason.TIMEOUT);
    }

    @Test
    void aModelThatFailsMakesTheDocumentUnreadable() {
        assertRefused(reader.read(english("a"), broken(new IllegalStateException("a"))), Reason.UNREADABLE);
    }

    @Test
    void anOverflowingStackIsContained() {
        assertRefused(reader.read(english("a"), model((text, deadline) -> endless())), Reason.UNREADABLE);
    }

    @Test
    void onlyTheExcerptIsRead() {
        Reading reading = reader.read(english("a".repeat(150)), model((text, deadline) -> {
            assertThat(text).hasSize(100);
            return Optional.of(GOOD);
        }));

        assertThat(reading.truncated()).isTrue();
        assertThat(reading.label()).isEqualTo(Label.POSITIVE);
    }

    @Test
    void aDocumentDoesNotShowItsText() {
        assertThat(english("secret")).asString().doesNotContain("secret");
    }

    private static Optional<Understanding> endless() {
        return endless();
    }

    private static void assertRefused(Reading reading, Reason reason) {
        assertThat(reading.reason()).isEqualTo(reason);
        assertThat(reading.score()).isNull();
        assertThat(reading.label()).isNull();
        assertThat(reading.probabilities()).isNull();
        assertThat(reading.sentences()).isEmpty();
    }

    private static Document english(String text) {
        return new Document("1", text, Kind.REVIEW, "en", null);
    }

    private static SentimentModel broken(Throwable failure) {
        return model((text, deadline) -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        });
    }

    private static SentimentModel model(BiFunction<String, Deadline, Optional<Understanding>> reading) {
        return new SentimentModel() {
            @Override
            public String name() {
                return "test-1";
            }

            @Override
            public Optional<Understanding> read(String text, Deadline deadline) {
                return reading.apply(text, deadline);
            }
        };
    }
}
