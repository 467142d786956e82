package io.rapport.sentiment.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.sentiment.reading.Aspect;
import io.rapport.sentiment.reading.Deadline;
import io.rapport.sentiment.reading.Emotion;
import io.rapport.sentiment.reading.Kind;
import io.rapport.sentiment.reading.Label;
import io.rapport.sentiment.reading.Sentence;
import io.rapport.sentiment.reading.Understanding;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RapportModelTest {
    private static final RapportModel MODEL = TrainedModel.INSTANCE;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REVIEW|Rude staff|NEGATIVE",
                "REVIEW|Not bad at all!|POSITIVE",
                "REVIEW|Never again. We waited 50 minutes and the soup was cold.|NEGATIVE",
                "REVIEW|Lovely bread, friendly people, fair prices.|POSITIVE",
                "REVIEW|I wouldn't recommend this to anyone.|NEGATIVE",
                "REVIEW|The shop is on Main Street, next to the bank.|NEUTRAL",
                "POST|best coffee in town ❤️❤️|POSITIVE",
                "POST|sooooo happy with my new haircut 😍|POSITIVE",
                "POST|my order never arrived and nobody answers :(|NEGATIVE",
                "POST|😡😡😡|NEGATIVE",
                "POST|Open until 6 pm on Saturday|NEUTRAL",
                "SURVEY_RESPONSE|ok|NEUTRAL",
                "SURVEY_RESPONSE|Too expensive|NEGATIVE",
                "SURVEY_RESPONSE|Very helpful, thank you|POSITIVE",
                "MESSAGE|Could you tell me when you open on Monday?|NEUTRAL",
                "MESSAGE|I am very disappointed, I want my money back.|NEGATIVE"
            })
    void readsShortBusinessTexts(Kind kind, String text, Label label) {
        Understanding reading = read(text, kind);

        assertThat(reading.label()).as("%s %s", text, reading.probabilities()).isEqualTo(label);
    }

    @Test
    void theScoreFollowsFromTheProbabilities() {
        Understanding reading = read("Good food, slow service.", Kind.REVIEW);

        assertThat(reading.score())
                .isEqualTo(reading.probabilities().positive()
                        - reading.probabilities().negative());
        assertThat(reading.probabilities().negative()
                        + reading.probabilities().neutral()
                        + reading.probabilities().positive())
                .isCloseTo(1, Offset.offset(1e-9));
    }

    @Test
    void placesSentencesInTheText() {
        String text = "Great cakes!  But the queue was endless.";

        List<Sentence> sentences = read(text, Kind.REVIEW).sentences();

        assertThat(sentences)
                .extracting(it -> text.substring(it.begin(), it.end()))
                .containsExactly("Great cakes!", "But the queue was endless.");
        assertThat(sentences).extracting(Sentence::label).containsExactly(Label.POSITIVE, Label.NEGATIVE);
        assertThat(sentences).extracting(Sentence::classes).containsOnlyNulls();
    }

    @Test
    void tellsWhatIsSaidOfEachThing() {
        List<Aspect> aspects = read(
                        "The food was delicious but the waiter was rude and the delivery late.", Kind.REVIEW)
                .aspects();

        assertThat(aspects).extracting(Aspect::category).containsExactly("product", "staff", "delivery");
        assertThat(aspects).extracting(Aspect::term).containsExactly("food", "waiter", "delivery");
        assertThat(aspects).extracting(Aspect::label).containsExactly(Label.POSITIVE, Label.NEGATIVE, Label.NEGATIVE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thank you so much for your help!|gratitude",
                "I can't wait, hope it will be wonderful|anticipation",
                "I am so angry, fuck this company|anger",
                "What a disappointing evening|disappointment",
                "I was really scared and worried|fear",
                "That is disgusting|disgust",
                "Wow, I did not expect that!|surprise",
                "We had so much fun, I love it|joy"
            })
    void namesFeelings(String text, String feeling) {
        assertThat(read(text, Kind.POST).emotions())
                .extracting(Emotion::emotion)
                .contains(feeling);
    }

    @Test
    void saysNothingOfAMereFact() {
        assertThat(read("The meeting is at noon in room four.", Kind.POST).emotions())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b\u200d", "...", "\ud83d"})
    void findsNothingWhereNothingIsSaid(String text) {
        assertThat(MODEL.read(text, Kind.REVIEW, deadline())).isEmpty();
    }

    private static Understanding read(String text, Kind kind) {
        return MODEL.read(text, kind, deadline()).orElseThrow();
    }

    private static Deadline deadline() {
        return Deadline.in(Duration.ofSeconds(10));
    }
}
