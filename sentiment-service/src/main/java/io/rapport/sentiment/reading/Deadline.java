package io.rapport.sentiment.reading;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * How long one document may take. Whoever reads it asks between steps, and gives up by {@link TooSlow}.
 *
 * <p>It is the thread's own working time that counts, so that an ordinary text isn't given up because the machine is busy
 * with others; only when {@value #PATIENCE} times as much has passed on the clock, that is the end too. Belongs to the thread
 * that made it.
 */
public final class Deadline {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int PATIENCE = 5;

    private final long endOfWork;
    private final long endOfWaiting;
    private final Stopwatch stopwatch;

    private Deadline(Duration limit, Stopwatch stopwatch) {
        this.stopwatch = stopwatch;
        this.endOfWork = working() + limit.toNanos();
        this.endOfWaiting = System.nanoTime() + limit.multipliedBy(PATIENCE).toNanos();
    }

    /** Starts the time of a document that the current thread is going to read. */
    public static Deadline in(Duration limit) {
        return in(limit, new Stopwatch());
    }

    /** Starts the time of a document that the current thread is going to read, whose stages are timed. */
    public static Deadline in(Duration limit, Stopwatch stopwatch) {
        return new Deadline(limit, stopwatch);
    }

    /** A stage of the reading has ended. */
    public void lap(Stage stage) {
        stopwatch.lap(stage);
    }

    /** @throws TooSlow when the time is over, or the thread has been asked to stop */
    public void check() {
        boolean over = working() - endOfWork >= 0 || System.nanoTime() - endOfWaiting >= 0;
        if (over || Thread.currentThread().isInterrupted()) {
            throw new TooSlow();
        }
    }

    private static long working() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** The document's time is over. */
    static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooSlow() {
            super("the time for this document is over", null, false, false);
        }
    }
}
