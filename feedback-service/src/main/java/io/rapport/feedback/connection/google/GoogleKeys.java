package io.rapport.feedback.connection.google;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.rapport.feedback.connection.outside.Outside;
import io.rapport.feedback.connection.outside.Unreachable;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * The public keys with which Google signs, looked up again after an hour or when one is unknown, but not all the time.
 * Hardly ever, and then for seconds at most, a delivery waits for that.
 */
@ApplicationScoped
class GoogleKeys {
    private static final Logger LOG = Logger.getLogger(GoogleKeys.class);
    private static final String USUAL = "https://www.googleapis.com/oauth2/v3/certs";
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration AT_MOST_EVERY = Duration.ofMinutes(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private final Outside outside;
    private final Clock clock;
    private List<JsonWebKey> keys = List.of();
    private Instant freshUntil = Instant.EPOCH;
    private Instant notAskedBefore = Instant.EPOCH;

    GoogleKeys(Outside outside, Clock clock) {
        this.outside = outside;
        this.clock = clock;
    }

    synchronized List<JsonWebKey> with(String keyId) {
        boolean known = keys.stream()
                .anyMatch(key -> key.getKeyId() != null && key.getKeyId().equals(keyId));
        Instant now = clock.instant();
        if ((!known || now.isAfter(freshUntil)) && !now.isBefore(notAskedBefore)) {
            look(now);
        }
        return keys;
    }

    /** Those that are known stay where Google doesn't answer. */
    private void look(Instant now) {
        notAskedBefore = now.plus(AFTER_FAILURE);
        try {
            Outside.Answer answer = outside.get(outside.base("google-keys", USUAL), Map.of());
            keys = new JsonWebKeySet(new String(answer.body(), StandardCharsets.UTF_8)).getJsonWebKeys();
            freshUntil = now.plus(FRESH);
            notAskedBefore = now.plus(AT_MOST_EVERY);
        } catch (Unreachable | HttpProblem | JoseException failure) {
            LOG.warnf("Google's keys could not be read: %s", failure.getMessage());
        }
    }
}
