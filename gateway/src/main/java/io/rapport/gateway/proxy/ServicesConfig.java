package io.rapport.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the services are, and how long the gateway waits for them. */
@ConfigMapping(prefix = "rapport.services")
public interface ServicesConfig {
    Service metrics();

    Service feedback();

    Service sentiment();

    /** How long a connection may take to be made. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** How long a service may be silent, before its answer or in the midst of it. */
    @WithDefault("30S")
    Duration timeout();

    /** How long a file may be on its way to a service. */
    @WithDefault("1H")
    Duration fileTimeout();

    /** How many files may go through a file of ours at once, because they come before the kind that they are. */
    @WithDefault("2")
    int spooledFiles();

    /** Where they do. */
    @WithDefault("${java.io.tmpdir}")
    String spoolFolder();

    /** Connections kept to each service. */
    @WithDefault("128")
    int connections();

    /** Requests that may wait for a connection; past that the service counts as unavailable. */
    @WithDefault("2000")
    int waiting();

    /** The largest body that is passed on. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** How long a service may take for its share of a composed answer, or to take settings. */
    @WithDefault("10S")
    Duration composeTimeout();

    /** How long a service may take to say that it is ready. */
    @WithDefault("1S")
    Duration probeTimeout();

    /**
     * The header in which a proxy in front of the gateway says where a client is, such as CF-IPCountry. To be set only where
     * every request comes through that proxy, which overwrites what clients send.
     */
    Optional<String> countryHeader();

    default URI url(Part part) {
        return switch (part) {
            case METRICS -> metrics().url();
            case FEEDBACK -> feedback().url();
            case SENTIMENT -> sentiment().url();
        };
    }

    /** One service. */
    interface Service {
        /** Its base address, without a path. */
        URI url();
    }
}
