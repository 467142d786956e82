package io.rapport.sentiment.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static final String SMILE = "\uD83D\uDE00";

    @Test
    void aTextOfExactlyTheLimitIsReadWhole() {
        assertThat(Excerpt.of("a".repeat(1000), 1000)).isEqualTo(new Excerpt("a".repeat(1000), false));
    }

    @Test
    void aLongerTextIsCutAtTheLastSpaceBeforeTheLimit() {
        String text = "word ".repeat(300);

        Excerpt excerpt = Excerpt.of(text, 1002);

        assertThat(excerpt.truncated()).isTrue();
        assertThat(excerpt.text()).hasSize(999).endsWith("word").isEqualTo(text.substring(0, 999));
    }

    @Test
    void aWordThatEndsAtTheLimitIsKept() {
        assertThat(Excerpt.of("good " + "b".repeat(5) + " more", 10).text()).isEqualTo("good bbbbb");
    }

    @Test
    void aTextWithoutSpacesIsCutAtTheLimit() {
        assertThat(Excerpt.of("a".repeat(1001), 1000).text()).hasSize(1000);
    }

    @Test
    void noSurrogatePairIsCutThrough() {
        Excerpt excerpt = Excerpt.of("a" + SMILE.repeat(1000), 1000);

        assertThat(excerpt.text()).hasSize(999).endsWith(SMILE);
    }

    @Test
    void loneSurrogatesAtTheCutAreNoPair() {
        assertThat(Excerpt.of("\uD83D".repeat(1001), 1000).text()).hasSize(1000);
    }
}
