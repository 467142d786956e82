package io.rapport.sentiment.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishWordsTest {

    @Test
    void knowsPlainEnglish() {
        assertThat(EnglishWords.many("The staff were friendly and the bread is the best that I have had in years."))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Good bread",
                "Das Brot war sehr gut, und die Bedienung war freundlich. Wir kommen gern wieder, for you and the kids!",
                "Het brood was heerlijk en we komen zeker terug, want de mensen zijn er altijd zo vriendelijk en lief.",
                "El pan es muy bueno y la gente es amable, aunque hay que esperar mucho to the end.",
                "Le pain est bon et les gens sont aimables, but the prix est élevé pour ce que c'est vraiment, non?",
                "Brødet var godt, og for en kop kaffe at få her skal man vente længe, men det er vi glade for."
            })
    void leavesTheRestToTheDetector(String text) {
        assertThat(EnglishWords.many(text)).isFalse();
    }
}
