package io.rapport.sentiment.reading;

import java.time.Duration;

/** How long one document may take. Whoever reads it asks between steps, and gives up by {@link TooSlow}. */
public final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    public static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    /** @throws TooSlow when the time is over, or the thread has been asked to stop */
    public void check() {
        if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
            throw new TooSlow();
        }
    }

    /** The document's time is over. */
    static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooSlow() {
            super("the time for this document is over", null, false, false);
        }
    }
}
