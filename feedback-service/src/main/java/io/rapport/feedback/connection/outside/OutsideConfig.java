package io.rapport.feedback.connection.outside;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Map;

/** How outside sources are asked. */
@ConfigMapping(prefix = "rapport.connections")
public interface OutsideConfig {
    /** Whether addresses of this machine and of private networks may be asked: for a source of one's own. */
    @WithDefault("false")
    boolean allowPrivate();

    /** Whether http will do where an address says so. */
    @WithDefault("false")
    boolean allowHttp();

    /** Where a source is asked, by its type, instead of where it usually is. */
    @WithName("base-url")
    Map<String, String> baseUrls();

    /** How long to wait for a connection, and then for each part of an answer. */
    @WithDefault("10S")
    Duration timeout();

    /** How long an answer may take in all. */
    @WithDefault("30S")
    Duration longest();

    /** The largest answer that is read, in bytes. */
    @WithDefault("8000000")
    int largest();

    /** The first pause after a source didn't answer; each further one is twice as long. */
    @WithDefault("30S")
    Duration firstPause();

    @WithDefault("1H")
    Duration longestPause();

    /** How often what a delivery is about is asked for before the delivery counts as failed. */
    @WithDefault("12")
    int tries();

    /** How often sources are looked through that are to be asked. */
    @WithDefault("1S")
    Duration look();

    /** How long to wait between two questions where the source has told all. */
    @WithDefault("10M")
    Duration every();
}
