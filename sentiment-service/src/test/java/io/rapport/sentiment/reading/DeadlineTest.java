package io.rapport.sentiment.reading;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DeadlineTest {

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    @Test
    void withinTheTimeNothingHappens() {
        assertThatCode(Deadline.in(Duration.ofMinutes(1))::check).doesNotThrowAnyException();
    }

    @Test
    @Timeout(60)
    void workEndsWhenItsTimeIsOver() {
        Deadline deadline = Deadline.in(Duration.ofMillis(50));

        assertThatThrownBy(() -> {
                    while (true) {
                        deadline.check();
                    }
                })
                .isInstanceOf(Deadline.TooSlow.class);
    }

    @Test
    @Timeout(60)
    void waitingEndsByTheClock() {
        Deadline deadline = Deadline.in(Duration.ofMinutes(1), Duration.ofMillis(50), new Stopwatch());

        assertThatThrownBy(() -> {
                    while (true) {
                        Thread.onSpinWait();
                        deadline.check();
                    }
                })
                .isInstanceOf(Deadline.TooSlow.class);
    }

    @Test
    void aThreadThatIsToStopGivesUp() {
        Deadline deadline = Deadline.in(Duration.ofMinutes(1));
        Thread.currentThread().interrupt();

        assertThatThrownBy(deadline::check).isInstanceOf(Deadline.TooSlow.class);
    }
}
