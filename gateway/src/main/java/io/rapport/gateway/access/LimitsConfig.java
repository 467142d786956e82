package io.rapport.gateway.access;

import io.smallrye.config.ConfigMapping;

/** How often whom may call. */
@ConfigMapping(prefix = "rapport.limits")
interface LimitsConfig {
    /** A secret key, or the administrator's. */
    Limit server();

    /** A publishable key, for each address that uses it. */
    Limit browser();

    /** Deliveries to webhooks, for each address they come from. */
    Limit webhook();

    /** Unknown keys for each address, and bad signatures for each connection and address. */
    Limit failure();

    /** A bucket of tokens. */
    interface Limit {
        /** How many flow in each second. */
        long perSecond();

        /** How many it holds. */
        long burst();
    }
}
