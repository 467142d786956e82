package io.rapport.frame.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
    @Test
    void readsWhatTheLibraryReadsForAMillionRandomInstants() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000_000; i++) {
            long second = random.nextLong(-62_135_596_800L, 253_402_300_800L);
            int nano =
                    random.nextInt(4) == 0 ? 0 : random.nextInt(1_000_000_000) / (int) Math.pow(10, random.nextInt(9));
            String text = Instant.ofEpochSecond(second, nano).toString();
            assertThat(Rfc3339.parse(text)).as(text).isNotNull().isEqualTo(Rfc3339.byLibrary(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00Z",
                "2024-02-29T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-01-00T00:00:00Z",
                "2026-01-01T24:00:00Z",
                "2026-01-01T23:60:00Z",
                "2026-01-01T23:59:60Z",
                "2026-01-01T23:59:59.Z",
                "2026-01-01T23:59:59.1234567890Z",
                "2026-01-01T23:59Z",
                "2026-01-01t23:59:59z",
                "2026-01-01T23:59:59.5+05:30",
                "2026-01-01T23:59:59-00:00",
                "2026-01-01 23:59:59Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "-2026-01-01T00:00:00Z",
                "12026-01-01T00:00:00Z",
                "2026-01-01T23:59:59,5Z",
                "2026-01-01T23:59:5٣Z",
                "2026-01-01T23:59:59.1٣Z",
                "2026-01-01",
                "Z",
                ""
            })
    void isOfTheLibrarysOpinionOnWhatIsUnusual(String text) {
        assertThat(Rfc3339.parse(text)).isEqualTo(Rfc3339.byLibrary(text));
    }
}
