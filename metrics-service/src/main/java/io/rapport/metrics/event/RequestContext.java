package io.rapport.metrics.event;

import java.time.Duration;
import java.time.Instant;

/**
 * What a browser's own request tells of the visitor where the event doesn't. With a secret key nothing is read from the
 * request: a server speaks for others.
 *
 * @param visitorId whom to take the visitor for where the page doesn't say; null where that can't be told
 * @param country as a proxy in front says; null where none does
 * @param prefetch whether the browser says that nobody is looking at the page
 * @param objects whether the browser says that its user is not to be tracked
 */
record RequestContext(
        boolean fromBrowser,
        String userAgent,
        String language,
        String visitorId,
        String country,
        boolean prefetch,
        boolean objects) {
    /** A request takes a while, and a clock that is right to the minute is left as it is. */
    private static final Duration RIGHT_ENOUGH = Duration.ofMinutes(1);

    static RequestContext server() {
        return new RequestContext(false, null, null, null, null, false, false);
    }

    /** How far the page's clock is behind ours, by when it says that it sent this. */
    Duration behind(Instant sentAt, Instant now) {
        if (!fromBrowser || sentAt == null) {
            return Duration.ZERO;
        }
        Duration behind = Duration.between(sentAt, now);
        return behind.abs().compareTo(RIGHT_ENOUGH) > 0 ? behind : Duration.ZERO;
    }
}
