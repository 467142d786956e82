package io.rapport.feedback.connection.outside;

import java.time.Duration;

/** The source doesn't answer, or not as it should: worth another try later, after the given time if it named one. */
public class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Duration retryAfter;

    /** @param retryAfter how long the source wants to be left alone; null where it doesn't say */
    public Unreachable(String reason, Duration retryAfter) {
        super(reason);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
