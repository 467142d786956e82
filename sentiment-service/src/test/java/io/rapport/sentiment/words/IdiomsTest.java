package io.rapport.sentiment.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdiomsTest {

    @Test
    void aPhraseIsOneTokenWithItsPlaceInTheText() {
        String text = "Well, I can’t recommend this bakery enough!";
        Text read = Text.of(text);
        Token idiom = read.token(3);

        assertThat(forms(read)).containsExactly("well", ",", "i", "+3 can't recommend enough", "!");
        assertThat(text.substring(idiom.begin(), idiom.end())).isEqualTo("can’t recommend this bakery enough");
        assertThat(idiom.type()).isEqualTo(Token.Type.IDIOM);
    }

    @Test
    void theNegationInItReachesNothingBehindIt() {
        Text read = Text.of("I would not hesitate to recommend them");

        assertThat(forms(read)).doesNotContain("not");
        assertThat(IntStream.range(0, read.size()).noneMatch(read::negated)).isTrue();
    }

    @Test
    void aNegationBeforeItTurnsIt() {
        Text read = Text.of("The cake wasn't really to die for");

        assertThat(read.negated(read.size() - 1)).isTrue();
    }

    @Test
    void theLongerOfTwoHolds() {
        assertThat(forms(Text.of("never had a bad meal"))).containsExactly("+3 never had a bad meal");
        assertThat(forms(Text.of("never again"))).containsExactly("-3 never again");
        assertThat(forms(Text.of("never had bread"))).containsExactly("never", "had", "bread");
    }

    @Test
    void aGapEndsAtTheClauseAndAfterThreeWords() {
        assertThat(forms(Text.of("can't recommend it, enough said"))).contains("can't", "recommend");
        assertThat(forms(Text.of("can't recommend the one that is enough"))).contains("can't", "recommend");
    }

    @Test
    void aHyphenPartsNothing() {
        assertThat(forms(Text.of("What a rip-off"))).contains("-3 rip me off");
    }

    @Test
    void namesChoicesAndGapsAreWrittenOut() {
        IdiomList list = IdiomList.of(List.of("@no = never|do not", "", "# a remark", "-2: (@no) go _ (there|)"));

        assertThat(list.idioms().getFirst().sound()).isEqualTo(-2);
        assertThat(list.idioms().getFirst().phrases())
                .hasSize(16)
                .contains(List.of("do", "not", "go", "_", "_", "there"), List.of("never", "go"));
        assertThatThrownBy(() -> IdiomList.of(List.of("1: (@none) go"))).hasMessageContaining("@none");
    }

    @Test
    void noLineOfTheListHidesAnother() {
        assertThat(Idioms.sounds())
                .hasSizeGreaterThan(150)
                .allSatisfy((form, sound) -> assertThat(sound).as(form).isBetween(-3f, 3f));
        assertThat(IdiomList.load().idioms()).extracting(IdiomList.Idiom::form).doesNotHaveDuplicates();
    }

    private static List<String> forms(Text text) {
        return IntStream.range(0, text.size())
                .mapToObj(i -> text.token(i).form())
                .toList();
    }
}
