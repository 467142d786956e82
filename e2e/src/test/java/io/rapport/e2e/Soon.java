package io.rapport.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;

/** The product's promise: what was acknowledged shows within five seconds. */
final class Soon {
    static final Duration PROMISE = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private Soon() {}

    static void shows(ThrowingRunnable assertions) {
        within(PROMISE, assertions);
    }

    static void within(Duration time, ThrowingRunnable assertions) {
        await().atMost(time).pollDelay(Duration.ZERO).pollInterval(LOOK_AGAIN).untilAsserted(assertions);
    }
}
