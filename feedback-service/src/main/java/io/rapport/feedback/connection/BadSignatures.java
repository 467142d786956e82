package io.rapport.feedback.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counts bad signatures by connection and minute, so that whoever guesses is told to wait. Each process counts for itself;
 * deliveries that are rightly signed are never held up.
 */
@ApplicationScoped
class BadSignatures {
    private static final int MOST_KEPT = 10_000;

    private final ConcurrentHashMap<String, Count> counts = new ConcurrentHashMap<>();
    private final Clock clock;
    private final int mostPerMinute;

    BadSignatures(
            Clock clock,
            @ConfigProperty(name = "rapport.connection.bad-signatures-per-minute", defaultValue = "20")
                    int mostPerMinute) {
        this.clock = clock;
        this.mostPerMinute = mostPerMinute;
    }

    /** Counts one more; returns how long to wait if that is too many, else null. */
    Duration count(String connection) {
        long second = clock.instant().getEpochSecond();
        long minute = second / 60;
        if (counts.size() >= MOST_KEPT) {
            counts.values().removeIf(count -> count.minute != minute);
        }
        Count now = counts.merge(
                connection,
                new Count(minute, 1),
                (before, one) -> before.minute == minute ? new Count(minute, before.times + 1) : one);
        return now.times > mostPerMinute ? Duration.ofSeconds(60 - second % 60) : null;
    }

    private record Count(long minute, int times) {}
}
