package io.rapport.sentiment.reading;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * How long one document may take. Whoever reads it asks between steps, and gives up by {@link TooSlow}.
 *
 * <p>Two limits: the thread's own working time, which depends on the text alone, and the clock, which a busy machine reaches
 * before an ordinary text is read; only the first says something about the text. Belongs to the thread that made it.
 */
public final class Deadline {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long endOfWork;
    private final long endOfWaiting;
    private final Stopwatch stopwatch;

    private Deadline(Duration work, Duration clock, Stopwatch stopwatch) {
        this.stopwatch = stopwatch;
        this.endOfWork = working() + work.toNanos();
        this.endOfWaiting = System.nanoTime() + clock.toNanos();
    }

    /** Starts the time of a document that the current thread is going to read, however busy the machine. */
    public static Deadline in(Duration work) {
        return new Deadline(work, Duration.ofDays(1), new Stopwatch());
    }

    /** Starts the time of a document that the current thread is going to read, whose stages are timed. */
    public static Deadline in(Duration work, Duration clock, Stopwatch stopwatch) {
        return new Deadline(work, clock, stopwatch);
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
