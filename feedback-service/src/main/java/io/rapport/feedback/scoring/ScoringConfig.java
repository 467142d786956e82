package io.rapport.feedback.scoring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How texts go to the sentiment service. */
@ConfigMapping(prefix = "rapport.scoring")
public interface ScoringConfig {
    /** The most texts of one request. */
    @WithDefault("64")
    int batch();

    /** The most characters of one request; a longer text goes alone. */
    @WithDefault("100000")
    int characters();

    /** How often to look for texts that another replica has stored. */
    @WithDefault("1S")
    Duration poll();

    /** How long a request may take. */
    @WithDefault("60S")
    Duration timeout();

    /** The most to wait between two tries while the sentiment service is away. */
    @WithDefault("5S")
    Duration longestPause();
}
