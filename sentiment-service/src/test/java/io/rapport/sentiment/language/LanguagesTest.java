package io.rapport.sentiment.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
    private static final Languages LANGUAGES = Languages.load();

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "en-GB, en",
        "EN_us, en",
        "eng, en",
        "' en ', en",
        "de-AT, de",
        "deu, de",
        "zh-Hans, zh",
        "und,",
        "'',",
        "not a language,",
        ","
    })
    void aStatedLanguageIsBroughtToItsShortestCode(String stated, String expected) {
        assertThat(Languages.normal(stated)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ok",
                "Super!",
                "Très chic",
                "Bon appétit",
                "👍👍👍",
                "10/10",
                "...",
                "LOVE IT!!!",
                "yummy croissants n coffee",
                "The pain au chocolat and the Brötchen are the best in town.",
                "luv dis place sooo much omg cant w8 2 go back"
            })
    void whatIsShortOrEnglishOrDoubtfulCountsAsEnglish(String text) {
        assertThat(LANGUAGES.detect(text)).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | Das Brot war hervorragend, aber die Schlange war endlos und wir mussten eine halbe Stunde warten.
            fr | Le pain était délicieux mais la file d'attente interminable.
            es | El pan estaba muy rico pero la cola era eterna.
            it | Il pane era ottimo ma la coda era infinita.
            nl | Het brood was heerlijk maar de rij was eindeloos.
            pt | O pão estava delicioso, mas a fila era interminável.
            pl | Chleb był pyszny, ale kolejka nie miała końca.
            ru | Хлеб был вкусный, но очередь бесконечная.
            zh | 面包很好吃，但是排队太长了。
            ja | パンはとても美味しかったですが、行列が長かったです。
            ar | كان الخبز لذيذا ولكن الطابور كان طويلا
            """)
    void aForeignSentenceIsRecognised(String language, String text) {
        assertThat(LANGUAGES.detect(text)).isEqualTo(language);
    }

    @Test
    void aShortWordInAnotherScriptIsForeign() {
        assertThat(LANGUAGES.detect("好吃!")).isNotEqualTo("en");
    }

    @Test
    void anEnglishReviewWithAForeignDishStaysEnglish() {
        assertThat(LANGUAGES.detect("The 小籠包 (soup dumplings) here are the best outside Shanghai."))
                .isEqualTo("en");
    }
}
