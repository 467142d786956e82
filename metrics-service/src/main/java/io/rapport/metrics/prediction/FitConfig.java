package io.rapport.metrics.prediction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When models are fitted. */
@ConfigMapping(prefix = "rapport.metrics.fits")
interface FitConfig {

    /** How long after its first history has come a new business's models are fitted for the first time. */
    @WithDefault("20s")
    Duration soon();
}
