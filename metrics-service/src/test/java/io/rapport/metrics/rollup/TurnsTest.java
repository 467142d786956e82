package io.rapport.metrics.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private final Turns turns = new Turns();

    @Test
    void whileEventsPressWhoeverIsBehindWaitsForFiveSeconds() {
        turns.done("b_flood", true, NOW);
        assertThat(turns.isDue("b_flood", true, NOW.plusMillis(4_999))).isFalse();
        assertThat(turns.isDue("b_flood", true, NOW.plusSeconds(5))).isTrue();
    }

    @Test
    void othersDoNotWait() {
        turns.done("b_flood", true, NOW);
        turns.done("b_calm", false, NOW);
        assertThat(turns.isDue("b_calm", true, NOW)).isTrue();
        assertThat(turns.isDue("b_new", true, NOW)).isTrue();
    }

    @Test
    void nobodyWaitsWhereNothingPressesOrWhenNothingIsLeft() {
        turns.done("b_flood", true, NOW);
        assertThat(turns.isDue("b_flood", false, NOW)).isTrue();
        turns.done("b_flood", false, NOW);
        assertThat(turns.isDue("b_flood", true, NOW)).isTrue();
    }
}
