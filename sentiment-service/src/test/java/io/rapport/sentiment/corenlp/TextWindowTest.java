package io.rapport.sentiment.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextWindowTest {

    @Test
    void anOrdinaryTextIsOneWindow() {
        assertThat(TextWindow.of("x".repeat(TextWindow.LONGEST)))
                .containsExactly(new TextWindow(0, TextWindow.LONGEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "word ", "A sentence. ", "\uD83D\uDE00", "\uDE00", "x\uD83D\uDE00", " "})
    void windowsCoverTheTextWithoutCuttingPairs(String part) {
        String text = part.repeat(20_000 / part.length());

        List<TextWindow> windows = TextWindow.of(text);

        assertThat(windows.stream().map(window -> window.in(text)).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(windows).allSatisfy(window -> {
            assertThat(window.end() - window.begin()).isBetween(1, TextWindow.LONGEST);
            assertThat(window.begin() > 0
                            && Character.isSurrogatePair(text.charAt(window.begin() - 1), text.charAt(window.begin())))
                    .isFalse();
        });
    }

    @Test
    void aWindowEndsAfterASentenceIfItCan() {
        String text = "It was good. I liked it very much, really ".repeat(100);

        assertThat(TextWindow.of(text).getFirst().in(text)).endsWith("It was good.");
    }

    @Test
    void aWindowEndsAtTheLastSpaceWhereNoSentenceEnds() {
        String text = "word ".repeat(1_000);

        assertThat(TextWindow.of(text).getFirst()).isEqualTo(new TextWindow(0, 1_999));
    }
}
