package io.rapport.launcher.process;

import java.time.Duration;

/** How long to wait before a process that died is started again: at once, then 1, 2, 4 … at most 15 seconds. */
final class Backoff {
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private int failures;

    /** The wait after a life of that length; a long one clears what was before it. */
    Duration afterDeath(Duration lived) {
        if (lived.compareTo(LONG_ENOUGH) >= 0) {
            failures = 0;
        }
        failures++;
        return failures == 1 ? Duration.ZERO : shorter(Duration.ofSeconds(1L << Math.min(failures - 2, 10)));
    }

    private static Duration shorter(Duration wait) {
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
