package io.rapport.metrics.prediction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Does something when it is called, but no more often than this: most businesses are done before they would have to say so. */
final class NowAndThen implements Runnable {
    private final Duration pause;
    private final Clock clock;
    private final Runnable deed;
    private Instant last;

    /** From now on; the first time after a pause. */
    NowAndThen(Duration pause, Clock clock, Runnable deed) {
        this.pause = pause;
        this.clock = clock;
        this.deed = deed;
        this.last = clock.instant();
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        if (!now.isBefore(last.plus(pause))) {
            last = now;
            deed.run();
        }
    }
}
