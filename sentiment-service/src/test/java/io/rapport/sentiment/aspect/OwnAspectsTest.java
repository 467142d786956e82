package io.rapport.sentiment.aspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.sentiment.linear.Bag;
import io.rapport.sentiment.linear.Weights;
import io.rapport.sentiment.words.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnAspectsTest {
    /** Knows the list alone. */
    private static final AspectFinder LISTED = new AspectFinder(
            Map.of("bread", "product", "rye", "product"),
            new NameTagger(Weights.of(new float[3 * Bag.PLACES], 3)),
            Map.of(),
            Map.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "croissant|Two CROISSANTS please|CROISSANTS",
                "croissants|One croissant please|croissant",
                "pastry|Their pastries rock|pastries",
                "Class|the yoga classes were full|classes",
                "starter|The starter's smell|starter's",
                "gluten-free|Lots of gluten free things|gluten free",
                "gluten free loaf|Their gluten-free loaf|gluten-free loaf",
                "fish & chips|Best fish & chips|fish & chips",
                "24 hour gym|A 24 hour gym|24 hour gym",
                "crumpets|Ate #crumpets again|#crumpets",
                "rye|Rye, rye|Rye rye",
                "lid|The kid was solid|",
                "24 hour gym|A 12 hour gym|",
                "rye loaf|rye. Loaf|"
            })
    void namesAreFoundInWhateverFormTheyCome(String name, String text, String found) {
        assertThat(terms(text, new OwnAspects(List.of(new OwnAspect("own", List.of(name))))))
                .isEqualTo(found == null ? "" : found);
    }

    @Test
    void ownNamesGoBeforeThoseOfTheList() {
        OwnAspects own = new OwnAspects(List.of(
                new OwnAspect("bakery", List.of("bread", "rye")), new OwnAspect("late", List.of("rye", "rye bread"))));
        String text = "Sourdough bread, bread, rye and rye bread";

        assertThat(LISTED.in(text, Text.of(text), own))
                .extracting(Found::category)
                .containsExactly("bakery", "bakery", "bakery", "late");
        assertThat(LISTED.in(text, Text.of(text), OwnAspects.NONE))
                .extracting(Found::category)
                .containsExactly("product", "product", "product", "product", "product");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sourdough", "fish & chips", "gluten-free bread rolls", "☕", "7up", "24/7"})
    void ordinaryNamesAreTaken(String name) {
        assertThat(OwnAspects.brokenRule(name)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "?!", "\u200b", "one two three four"})
    void whatNamesNothingIsRefused(String name) {
        assertThat(OwnAspects.brokenRule(name)).isNotNull();
    }

    private static String terms(String text, OwnAspects own) {
        StringBuilder terms = new StringBuilder();
        for (Text sentence : Text.of(text).sentences()) {
            own.in(text, sentence).forEach(found -> terms.append(' ')
                    .append(
                            text,
                            sentence.token(found.from()).begin(),
                            sentence.token(found.to() - 1).end()));
        }
        return terms.toString().strip();
    }
}
