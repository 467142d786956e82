package io.rapport.metrics.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NowAndThenTest {
    private final AtomicInteger seconds = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void whatIsOftenAskedForIsDoneNowAndThen() {
        NowAndThen alive = new NowAndThen(Duration.ofSeconds(30), clock(), done::incrementAndGet);
        for (int second = 0; second < 100; second++) {
            seconds.set(second);
            alive.run();
            alive.run();
        }
        assertThat(done).hasValue(3);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.EPOCH.plusSeconds(seconds.get());
            }
        };
    }
}
