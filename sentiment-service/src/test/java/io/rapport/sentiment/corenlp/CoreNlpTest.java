package io.rapport.sentiment.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.sentiment.reading.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoreNlpTest {
    private static final CoreNlp CORE_NLP = RealModel.CORE_NLP;

    @Test
    void tokensKeepTheirPlaces() {
        String text = "😀 Don't go, it's awful!";

        TokenSentence sentence = only(text);

        assertThat(sentence.tokens())
                .extracting(token -> text.substring(token.begin(), token.end()))
                .containsExactly("😀", "Do", "n't", "go", ",", "it", "'s", "awful", "!");
        assertThat(sentence.words()).contains("n't", "awful");
    }

    @Test
    void tagsAreThoseOfThePennTreebank() {
        assertThat(CORE_NLP.tags(only("The bread is good."))).containsExactly("DT", "NN", "VBZ", "JJ", ".");
    }

    @Test
    void phrasesCoverTheSentenceDownToItsWords() {
        TokenSentence sentence = only("The coffee was not very good.");

        List<JudgedPhrase> phrases = CORE_NLP.phrases(sentence, CORE_NLP.tags(sentence));

        assertThat(phrases).hasSize(2 * 7 - 1);
        assertThat(phrases.getFirst())
                .isEqualTo(new JudgedPhrase(0, 7, CORE_NLP.classes(sentence, Deadline.in(Duration.ofMinutes(1)))));
        assertThat(phrases.stream().filter(it -> it.end() - it.begin() == 1).map(JudgedPhrase::begin))
                .containsExactlyElementsOf(IntStream.range(0, 7).boxed().toList());
    }

    @Test
    void aTokenDoesNotGiveItsWordAwayInALog() {
        assertThat(only("Zanzibar").toString()).doesNotContain("Zanzibar");
    }

    private static TokenSentence only(String text) {
        List<TokenSentence> sentences = CORE_NLP.sentences(text, Deadline.in(Duration.ofMinutes(1)));
        assertThat(sentences).hasSize(1);
        return sentences.getFirst();
    }
}
