package io.rapport.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.sample.fact.Feedback;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts are many, written, and not one another's copies. */
class TextsTest {
    private static final SampleBusiness SAMPLE =
            SampleBusiness.generate(LocalDate.of(2026, 11, 22), SampleBusiness.SEED);

    @Test
    void areSixHundred() {
        assertThat(texts()).hasSizeGreaterThanOrEqualTo(600);
    }

    @Test
    void areMostlyWrittenForThePurpose() {
        assertThat(longOnes()).hasSizeGreaterThanOrEqualTo(400);
    }

    /** Two texts that share half of their three-word runs would be one with a word changed. */
    @Test
    void areNotVariantsOfOneAnother() {
        List<String> texts = longOnes();
        List<Set<String>> runs = texts.stream().map(TextsTest::threeWordRuns).toList();
        List<String> alike = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                if (similarity(runs.get(i), runs.get(j)) > 0.25) {
                    alike.add(texts.get(i) + " ~ " + texts.get(j));
                }
            }
        }
        assertThat(alike).isEmpty();
    }

    @Test
    void areInSeveralLanguages() {
        assertThat(SAMPLE.feedback().stream()
                        .map(Feedback::language)
                        .filter(Objects::nonNull)
                        .distinct())
                .containsExactlyInAnyOrder("en", "fr", "de", "pl", "ga");
        assertThat(SAMPLE.feedback().stream()
                        .filter(said ->
                                said.language() != null && !said.language().equals("en")))
                .hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void halfOfTheSurveyAnswersHaveAComment() {
        long commented = SAMPLE.answers().stream()
                .filter(answer -> answer.comment() != null)
                .count();
        assertThat(SAMPLE.answers()).hasSizeGreaterThanOrEqualTo(250);
        assertThat(commented * 1.0 / SAMPLE.answers().size()).isBetween(0.4, 0.6);
    }

    private static List<String> texts() {
        return Stream.concat(
                        SAMPLE.feedback().stream().map(Feedback::text),
                        SAMPLE.answers().stream().map(answer -> answer.comment()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<String> longOnes() {
        return texts().stream().filter(text -> text.length() > 20).distinct().toList();
    }

    private static Set<String> threeWordRuns(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + 2 < words.length; i++) {
            runs.add(words[i] + " " + words[i + 1] + " " + words[i + 2]);
        }
        return runs;
    }

    private static double similarity(Set<String> one, Set<String> other) {
        Set<String> shared = new HashSet<>(one);
        shared.retainAll(other);
        int all = one.size() + other.size() - shared.size();
        return all == 0 ? 0 : shared.size() / (double) all;
    }
}
