package io.rapport.feedback.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How facts go to metrics-service. */
@ConfigMapping(prefix = "rapport.outbox")
public interface OutboxConfig {
    /** The most facts of one request. */
    @WithDefault("200")
    int batch();

    /** How often to look for facts that another replica has stored. */
    @WithDefault("1S")
    Duration poll();

    /** How often to say how far the deliveries are while there is nothing to deliver. */
    @WithDefault("2S")
    Duration heartbeat();

    /** How long a request may take. */
    @WithDefault("20S")
    Duration timeout();

    /** The most to wait between two tries while metrics-service is away. */
    @WithDefault("5S")
    Duration longestPause();
}
