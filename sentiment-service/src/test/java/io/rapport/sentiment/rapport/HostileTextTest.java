package io.rapport.sentiment.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.sentiment.reading.Deadline;
import io.rapport.sentiment.reading.Kind;
import io.rapport.sentiment.reading.Sentence;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As much as the service reads, of what nobody writes: the time must grow with the length alone. */
class HostileTextTest {
    private static final RapportModel MODEL = TrainedModel.INSTANCE;
    private static final int LONGEST = 20_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "(",
                "( ",
                "&",
                "a&",
                "&amp;",
                "@",
                "#a",
                ":(",
                ":",
                "!",
                "?!",
                "\n!",
                ".",
                "a.",
                "\0",
                "\ud83d",
                "\udc00 ",
                "\ud83d\ude00",
                "\u200b",
                "a\u200d",
                "e\u0301",
                "\u202eabc ",
                "好",
                "<div>",
                "not ",
                "food ",
                "https://a ",
                "a, ",
                "don't "
            })
    void isReadInTime(String part) {
        String text = part.repeat(LONGEST / part.length());
        long start = cpu();

        List<Sentence> sentences = MODEL.read(text, Kind.POST, Deadline.in(Duration.ofSeconds(30)))
                .map(it -> it.sentences())
                .orElse(List.of());

        assertThat(Duration.ofNanos(cpu() - start)).isLessThan(Duration.ofMillis(1500));
        assertThat(sentences).allSatisfy(it -> {
            assertThat(it.begin()).isBetween(0, it.end() - 1);
            assertThat(it.end()).isLessThanOrEqualTo(text.length());
            assertThat(it.score()).isBetween(-1.0, 1.0);
        });
    }

    /** The thread's own time, so that a busy machine fails no test. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
