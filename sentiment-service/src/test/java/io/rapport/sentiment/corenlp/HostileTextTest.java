package io.rapport.sentiment.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.sentiment.language.Languages;
import io.rapport.sentiment.reading.Document;
import io.rapport.sentiment.reading.DocumentReader;
import io.rapport.sentiment.reading.Kind;
import io.rapport.sentiment.reading.Reading;
import io.rapport.sentiment.reading.Reason;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Input that made the tokenizer, tagger or parser hang or overflow when it was given to them as it is. */
class HostileTextTest {
    private static final Languages LANGUAGES = Languages.load();
    /** Shorter than in production, so that the slow ones are given up sooner. */
    private static final Duration LIMIT = Duration.ofMillis(500);

    private final DocumentReader reader = new DocumentReader(LANGUAGES, 20_000, LIMIT, Duration.ofMinutes(1));

    static Stream<String> parts() {
        return Stream.of(
                "a",
                "(",
                "( ",
                "a&",
                "a@",
                "aB3-",
                "a/",
                "1/",
                "\"",
                "'",
                ".",
                "a.",
                "\n",
                "\0",
                "\\",
                "#",
                "$",
                "\uD83D",
                "\uDC00 ",
                "\uD83D\uDE00",
                "\uD83D\uDE00 ",
                "\u200b",
                "a\u200d",
                "e\u0301",
                "\u2028a",
                "\u202Eabc ",
                "\u05d0\u05d1 ",
                "好",
                "<!--",
                "<div class='x'>",
                "<a b",
                "</",
                "&amp;",
                "http://a/",
                "www.a.",
                ":)",
                "%20",
                "very ",
                "the cat that ",
                "if they say that ",
                "don't ",
                "A.B. ",
                "lorem ipsum and bread or dolor ");
    }

    @ParameterizedTest
    @MethodSource("parts")
    void aMegabyteOfItIsReadOrGivenUpInTime(String part) {
        String text = part.repeat(1_000_000 / part.length());
        long start = cpu();

        Reading reading = reader.read(new Document("1", text, Kind.REVIEW, "en", null), RealModel.INSTANCE);

        assertThat(Duration.ofNanos(cpu() - start)).isLessThan(LIMIT.plusSeconds(1));
        assertThat(reading.truncated()).isTrue();
        assertThat(reading.label() == null).isEqualTo(reading.reason() != null);
        assertThat(reading.reason()).isNotEqualTo(Reason.UNREADABLE);
        assertThat(reading.sentences()).allSatisfy(sentence -> {
            assertThat(sentence.begin()).isBetween(0, sentence.end() - 1);
            assertThat(sentence.end()).isLessThanOrEqualTo(20_000);
        });
    }

    @ParameterizedTest
    @MethodSource("parts")
    void itsLanguageIsFoundOutInTime(String part) {
        long start = cpu();

        LANGUAGES.detect(part.repeat(20_000 / part.length()));

        assertThat(Duration.ofNanos(cpu() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void nothingOfATextIsPrinted() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(capture);
            System.setErr(capture);
            reader.read(
                    new Document("1", "Zanzibar \u0007\uD83D\uFFFE \uE000 zanzibar", null, "en", null),
                    RealModel.INSTANCE);
            reader.read(new Document("1", "zanzibar ".repeat(3_000), null, "en", null), RealModel.INSTANCE);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContainIgnoringCase("zanzibar");
    }

    /** The thread's own time, so that a busy machine fails no test. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
