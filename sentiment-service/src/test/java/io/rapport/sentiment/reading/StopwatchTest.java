package io.rapport.sentiment.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StopwatchTest {

    @Test
    void eachStageHasTheTimeSinceTheLastLap() {
        long begin = System.nanoTime();
        Stopwatch stopwatch = new Stopwatch();
        stopwatch.lap(Stage.SPLIT);
        pass(2_000_000);
        stopwatch.lap(Stage.TAG);
        pass(1_000_000);
        stopwatch.lap(Stage.SPLIT);
        long passed = System.nanoTime() - begin;

        assertThat(stopwatch.nanos(Stage.TAG)).isBetween(2_000_000L, passed - 1_000_000);
        assertThat(stopwatch.nanos(Stage.SPLIT)).isBetween(1_000_000L, passed - 2_000_000);
        assertThat(stopwatch.nanos(Stage.PARSE)).isZero();
    }

    private static void pass(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
