package io.rapport.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff();

    @Test
    void atOnceThenLongerAndLongerUpToFifteenSeconds() {
        List<Long> waits = Stream.generate(() -> backoff.afterDeath(Duration.ofSeconds(3)))
                .limit(8)
                .map(Duration::toSeconds)
                .toList();
        assertThat(waits).containsExactly(0L, 1L, 2L, 4L, 8L, 15L, 15L, 15L);
    }

    @Test
    void aLongLifeForgives() {
        backoff.afterDeath(Duration.ofSeconds(3));
        backoff.afterDeath(Duration.ofSeconds(3));
        assertThat(backoff.afterDeath(Duration.ofMinutes(2))).isZero();
        assertThat(backoff.afterDeath(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(1));
    }
}
