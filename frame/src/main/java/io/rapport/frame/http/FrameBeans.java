package io.rapport.frame.http;

import io.rapport.frame.token.TokenIssuer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every service injects: the clock, and the signer of internal tokens. */
class FrameBeans {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    TokenIssuer tokens(@ConfigProperty(name = "rapport.token.secret") String secret, Clock clock) {
        return new TokenIssuer(secret, clock);
    }
}
