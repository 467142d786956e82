package io.rapport.metrics.rollup;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Whose turn it is to be derived. While events come faster than they can be stored, storing them goes first: a business of which a
 * whole round is waiting, and so most likely the one that sends them, gets a round now and then. All others get theirs.
 */
final class Turns {
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final Map<String, Instant> behind = new HashMap<>();

    /** @param pressed whether events come faster than they can be stored */
    boolean isDue(String business, boolean pressed, Instant now) {
        Instant last = behind.get(business);
        return last == null || !pressed || !now.isBefore(last.plus(BETWEEN));
    }

    /** @param more whether a round has left something */
    void done(String business, boolean more, Instant now) {
        if (more) {
            behind.put(business, now);
        } else {
            behind.remove(business);
        }
    }
}
