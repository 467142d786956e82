package io.rapport.sentiment.reading;

/**
 * How long the stages of one document's reading took: whoever ends a stage says so, and the time since the last such word is
 * counted for it. For one thread.
 */
public final class Stopwatch {
    private final long[] nanos = new long[Stage.values().length];
    private long last = System.nanoTime();

    /** Counts for a stage the time since the last lap, or since the stopwatch was made. */
    public void lap(Stage stage) {
        long now = System.nanoTime();
        nanos[stage.ordinal()] += now - last;
        last = now;
    }

    /** How long a stage took so far, 0 where it didn't happen. */
    public long nanos(Stage stage) {
        return nanos[stage.ordinal()];
    }
}
