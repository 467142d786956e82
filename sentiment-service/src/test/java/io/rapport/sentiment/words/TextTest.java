package io.rapport.sentiment.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Good food|good food",
                "I don’t like it.|i don't like it .",
                "sooooo COOL!!!|soo cool !!",
                "so happy :-D|so happy :D",
                "love it <3 <3|love it <3 <3",
                "#BestDay ever @joe|bestday ever @",
                "see https://a.example/b?c=d now|see http now",
                "see http://a.example :/|see http :/",
                "at 10:30 for $3.39|at 0 : 0 for $ 0",
                "fish &amp; chips|fish & chips",
                "so 😍👍🏽|so 😍 👍",
                "f*cking bad|f*cking bad",
                "wait...|wait ..",
                "well-made|well - made"
            })
    void cutsATextIntoTokens(String text, String forms) {
        assertThat(String.join(" ", forms(Text.of(text)))).isEqualTo(forms);
    }

    @Test
    void tokensLieWhereTheyStand() {
        String text = "Sooooo good 😍!";

        assertThat(Tokenizer.tokens(text))
                .extracting(token -> text.substring(token.begin(), token.end()))
                .containsExactly("Sooooo", "good", "😍", "!");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It was not good at all, but nice.|good at all",
                "I never had a better meal|had a better meal",
                "Nothing works|works",
                "not only good|''",
                "They don't care. Great!|care",
                "cant recommend it|recommend it"
            })
    void negationReachesToTheEndOfTheClause(String text, String negated) {
        Text read = Text.of(text);

        List<String> found = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            if (read.negated(i)) {
                found.add(read.token(i).form());
            }
        }
        assertThat(String.join(" ", found)).isEqualTo(negated.replace("''", ""));
    }

    @Test
    void sentencesEndAtMarksAndLineEnds() {
        Text text = Text.of("Great cakes!! :) Dr. Who came, e.g. to pay\nCheap?! Yes");

        assertThat(text.sentences())
                .extracting(sentence -> String.join(" ", forms(sentence)))
                .containsExactly("great cakes !! :)", "dr . who came , e . g . to pay", "cheap ? !", "yes");
    }

    private static List<String> forms(Text text) {
        List<String> forms = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            forms.add(text.token(i).form());
        }
        return forms;
    }
}
