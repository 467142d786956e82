package io.rapport.metrics.privacy;

import java.time.Instant;
import java.util.Locale;

/**
 * A person is forgotten.
 *
 * @param customer one of the customer's ids; null when it is done
 * @param finishedAt null until it is done
 * @param counts what was done so far
 */
record Erasure(
        String business,
        String id,
        String customer,
        State state,
        Instant requestedAt,
        Instant finishedAt,
        Counts counts) {

    enum State {
        WAITING,
        REMOVING,
        DERIVING,
        DONE;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * How many of each were removed, and how many feedbacks nobody has given any more.
     *
     * @param rejected rows of files that were refused
     */
    record Counts(long events, long visits, long links, long traits, long rejected, long feedback) {}
}
