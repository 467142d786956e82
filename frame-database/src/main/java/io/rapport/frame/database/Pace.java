package io.rapport.frame.database;

/** How a worker goes on after a round. */
public enum Pace {
    /** There may be more to do: at once again. */
    MORE,
    /** Nothing to do: wait until woken, or for the next look. */
    IDLE,
    /** Whom it works with is away: wait, and longer each time. */
    AWAY
}
