package io.rapport.sentiment.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
    private static final String REVIEW = "This charger broke after two weeks and the shop would not take it back, so I"
            + " had to buy another one from somebody else, which works very well indeed until today";

    @Test
    void equalTextsOfTwoSetsStayOnce() {
        assertThat(kept("RT @joe Good food! http://a.example/1", "rt good FOOD"))
                .hasSize(1);
    }

    @Test
    void nearlyEqualTextsStayOnce() {
        assertThat(kept(REVIEW, REVIEW + " :)", REVIEW.replace("today", "now"))).hasSize(1);
    }

    @Test
    void otherTextsStay() {
        assertThat(kept(
                        "Good food",
                        "Good foot",
                        REVIEW,
                        REVIEW.replace("charger", "cable").replace("two", "nine")))
                .hasSize(4);
    }

    @Test
    void theSameTextIsAlwaysInTheSamePart() {
        List<Part> parts = List.of("a", "b", "c", "d", "e", "f", "g", "h").stream()
                .map(key -> Part.of(key, 50, 25))
                .toList();

        assertThat(parts)
                .containsExactlyElementsOf(List.of("a", "b", "c", "d", "e", "f", "g", "h").stream()
                        .map(key -> Part.of(key, 50, 25))
                        .toList());
        assertThat(Part.of(REVIEW, 100, 0)).isEqualTo(Part.TRAIN);
        assertThat(Part.of(REVIEW, 0, 100)).isEqualTo(Part.DEV);
        assertThat(Part.of(REVIEW, 0, 0)).isEqualTo(Part.TEST);
    }

    private static List<Example> kept(String... texts) {
        return new Duplicates()
                .without(List.of(texts).stream()
                        .map(text -> new Example("set", false, text, 2, true, Double.NaN, Part.TRAIN))
                        .toList());
    }
}
