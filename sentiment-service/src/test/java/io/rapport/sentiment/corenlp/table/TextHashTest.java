package io.rapport.sentiment.corenlp.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextHashTest {

    @Test
    void joinedHashesAreThoseOfTheJoinedText() {
        long joined = TextHash.join(TextHash.of("S0W-"), TextHash.of("crêpe"), TextHash.power(5));

        assertThat(joined).isEqualTo(TextHash.of("S0W-crêpe"));
        assertThat(TextHash.join(joined, TextHash.of(""), TextHash.power(0))).isEqualTo(joined);
    }

    @Test
    void partsHashLikeTexts() {
        assertThat(TextHash.of("bakery", 1, 4)).isEqualTo(TextHash.of("ake"));
    }

    @Test
    void orderMatters() {
        assertThat(TextHash.of("ab")).isNotEqualTo(TextHash.of("ba"));
    }
}
