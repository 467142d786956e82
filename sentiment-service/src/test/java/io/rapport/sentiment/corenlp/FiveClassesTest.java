package io.rapport.sentiment.corenlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rapport.sentiment.reading.Label;
import io.rapport.sentiment.reading.Sentence;
import io.rapport.sentiment.reading.Understanding;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiveClassesTest {

    @Test
    void theScoreRunsFromVeryNegativeToVeryPositive() {
        assertThat(score(1, 0, 0, 0, 0)).isEqualTo(-1);
        assertThat(score(0, 0, 1, 0, 0)).isZero();
        assertThat(score(0, 0, 0, 0, 1)).isEqualTo(1);
        assertThat(score(0.1, 0.2, 0.4, 0.2, 0.1)).isCloseTo(0, within(1e-12));
        assertThat(score(0, 0, 0.05, 0.45, 0.5)).isCloseTo(0.725, within(1e-12));
    }

    @Test
    void aDocumentIsTheMeanOfItsSentences() {
        Understanding mean = FiveClasses.mean(
                List.of(sentence(0.5, 0.3, 0.2, 0, 0), sentence(0, 0, 0.2, 0.2, 0.6), sentence(0, 0, 0, 0, 1)));

        assertThat(mean.score()).isCloseTo((-0.65 + 0.7 + 1) / 3, within(1e-12));
        assertThat(mean.label()).isEqualTo(Label.POSITIVE);
        assertThat(mean.probabilities().negative()).isCloseTo(0.8 / 3, within(1e-12));
        assertThat(mean.probabilities().neutral()).isCloseTo(0.4 / 3, within(1e-12));
        assertThat(mean.probabilities().positive()).isCloseTo(1.8 / 3, within(1e-12));
        assertThat(mean.sentences()).hasSize(3);
    }

    @Test
    void noNumberIsNoScore() {
        assertThatThrownBy(() -> sentence(Double.NaN, 0, 0, 0, 0)).isInstanceOf(ArithmeticException.class);
    }

    private static double score(double... classes) {
        return sentence(classes).score();
    }

    private static Sentence sentence(double... classes) {
        return FiveClasses.sentence(0, 1, Arrays.stream(classes).boxed().toList());
    }
}
