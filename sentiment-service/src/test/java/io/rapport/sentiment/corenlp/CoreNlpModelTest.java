package io.rapport.sentiment.corenlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.sentiment.reading.Label;
import io.rapport.sentiment.reading.Sentence;
import io.rapport.sentiment.reading.Understanding;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoreNlpModelTest {

    @Test
    void praiseIsPositiveAndComplaintNegative() {
        assertThat(RealModel.read("What a wonderful bakery, I love it.").label())
                .isEqualTo(Label.POSITIVE);
        assertThat(RealModel.read("Terrible service and stale bread, a complete waste of money.")
                        .label())
                .isEqualTo(Label.NEGATIVE);
        assertThat(RealModel.read("The shop is on Main Street.").label()).isEqualTo(Label.NEUTRAL);
    }

    @Test
    void offsetsAreCodeUnitsOfTheOriginalText() {
        String text = "  😀 Good bread!  Bad coffee. \n Café… ok";

        List<Sentence> sentences = RealModel.read(text).sentences();

        assertThat(sentences)
                .extracting(sentence -> text.substring(sentence.begin(), sentence.end()))
                .containsExactly("😀 Good bread!", "Bad coffee.", "Café… ok");
    }

    @Test
    void offsetsHoldBeyondTheFirstWindow() {
        String sentence = "The bread was good. ";
        String text = sentence.repeat(400);

        Understanding understanding = RealModel.read(text);

        assertThat(understanding.sentences()).hasSize(400).allSatisfy(it -> assertThat(
                        text.substring(it.begin(), it.end()))
                .isEqualTo(sentence.strip()));
        assertThat(understanding.score()).isCloseTo(RealModel.read(sentence).score(), within(1e-9));
    }

    @Test
    void aSentenceWithoutEndIsReadInPieces() {
        String text = "so ".repeat(Pieces.LONGEST_SENTENCE + 1);

        List<Sentence> sentences = RealModel.read(text).sentences();

        assertThat(sentences).hasSize(4);
        assertThat(sentences.getFirst().begin()).isZero();
        assertThat(sentences.getFirst().end()).isEqualTo(3 * Pieces.PIECE - 1);
        assertThat(sentences.getLast().end()).isEqualTo(text.length() - 1);
    }

    @Test
    void theLongestSentenceIsReadWhole() {
        assertThat(RealModel.read("so ".repeat(Pieces.LONGEST_SENTENCE)).sentences())
                .hasSize(1);
    }

    @Test
    void probabilitiesSumToOne() {
        var probabilities = RealModel.read("Nice bread. Awful queue.").probabilities();

        assertThat(probabilities.negative() + probabilities.neutral() + probabilities.positive())
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void manyThreadsReadTheSameAsOne() {
        List<String> texts = IntStream.range(0, 40)
                .mapToObj(i -> "The bread was " + (i % 2 == 0 ? "lovely" : "stale") + " on day " + i + ".")
                .toList();
        List<Understanding> alone = texts.stream().map(RealModel::read).toList();

        List<Understanding> together =
                texts.parallelStream().map(RealModel::read).toList();

        assertThat(together).isEqualTo(alone);
    }
}
