package io.rapport.metrics.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are taken in. */
@ConfigMapping(prefix = "rapport.metrics.events")
interface EventConfig {

    /** How many events may wait to be written before a request is turned away. */
    @WithDefault("20000")
    int queue();

    /** How many events one commit takes at most; a request's own are never parted. */
    @WithDefault("2000")
    int commit();

    /** How many commits may be under way at once, where more comes than one can keep up with. */
    @WithDefault("2")
    int writers();

    /** When a request that was turned away may come again. */
    @WithDefault("1s")
    Duration retryAfter();
}
