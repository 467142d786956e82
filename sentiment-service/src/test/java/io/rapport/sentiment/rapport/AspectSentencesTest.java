package io.rapport.sentiment.rapport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.sentiment.reading.Aspect;
import io.rapport.sentiment.reading.Deadline;
import io.rapport.sentiment.reading.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in sentences about shops, studios, salons and services, beside what a person finds in them. */
class AspectSentencesTest {
    private static final RapportModel MODEL = TrainedModel.INSTANCE;

    @Test
    void mostOfWhatAPersonFindsIsFoundAndLittleElse() throws IOException {
        int right = 0;
        int found = 0;
        int there = 0;
        List<String> differences = new ArrayList<>();
        for (String line : lines()) {
            String[] parts = line.split("\\|", 2);
            List<String> expected = Arrays.stream(parts[1].split(", "))
                    .filter(one -> !one.isEmpty())
                    .toList();
            List<String> aspects = aspects(parts[0]);
            right += (int) aspects.stream().filter(expected::contains).count();
            found += aspects.size();
            there += expected.size();
            if (!aspects.equals(expected)) {
                differences.add(parts[0] + " " + expected + " but was " + aspects);
            }
        }

        assertThat((double) right / found).as("precision; %s", differences).isGreaterThan(0.9);
        assertThat((double) right / there).as("recall; %s", differences).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lovely food but overpriced.|overpriced|price|NEGATIVE",
                "Rude! Will not be back.|Rude|staff|NEGATIVE",
                "Very friendly and helpful|friendly|staff|POSITIVE",
                "Very dirty and noisy.|dirty|place|NEGATIVE",
                "Sadly they took an hour, never again.|took an hour|waiting_time|NEGATIVE"
            })
    void whatIsSaidWithoutANameIsFoundByItsCue(String text, String term, String category, String label) {
        assertThat(MODEL.read(text, Kind.REVIEW, Deadline.in(Duration.ofSeconds(10)))
                        .orElseThrow()
                        .aspects())
                .extracting(Aspect::term, Aspect::category, one -> one.label().name())
                .contains(tuple(term, category, label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"The friendly waiter was helpful.", "Friendly dog, helpful website."})
    void aCueAddsNothingToWhatIsNamed(String text) {
        assertThat(aspects(text)).doesNotContain("friendly:staff", "Friendly:staff", "helpful:staff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We had a good time.",
                "This is the best thing ever!",
                "I love it.",
                "They did it for us again.",
                "Not my day, not my year.",
                "Nothing to add."
            })
    void idleTalkNamesNothing(String text) {
        assertThat(aspects(text)).isEmpty();
    }

    private static List<String> aspects(String text) {
        return MODEL.read(text, Kind.REVIEW, Deadline.in(Duration.ofSeconds(10))).orElseThrow().aspects().stream()
                .map(one -> one.term() + ":" + one.category())
                .toList();
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = AspectSentencesTest.class.getResourceAsStream("aspect-sentences.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
