package io.rapport.feedback.scoring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How readings of an old model are made anew. */
@ConfigMapping(prefix = "rapport.rescoring")
public interface RescoringConfig {
    /** Whether they are at all. */
    @WithDefault("true")
    boolean enabled();

    /** The most old texts that wait to be read anew at a time. */
    @WithDefault("500")
    int batch();

    /** How often to ask the sentiment service for its model; it is believed when it gives the same name twice in a row. */
    @WithDefault("60S")
    Duration look();

    /** How many texts of a business, the newest, are read anew when it changes what it wants to hear about. */
    @WithDefault("10000")
    int ownAspects();
}
