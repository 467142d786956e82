package io.rapport.gateway.access.person;

import io.rapport.frame.problem.Problems;
import io.rapport.gateway.access.key.KeyText;
import io.rapport.gateway.access.tenant.Isolated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Bounds how often a password can be guessed: for each e-mail address, whether anybody has it or not, and for each network
 * address. Kept in the database, so that it holds for all replicas together and after a restart.
 */
@ApplicationScoped
class Attempts {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int OF_AN_ADDRESS = 10;
    private static final int FROM_A_NETWORK = 50;

    private final Isolated isolated;
    private final EntityManager entities;
    private final Clock clock;

    Attempts(Isolated isolated, EntityManager entities, Clock clock) {
        this.isolated = isolated;
        this.entities = entities;
        this.clock = clock;
    }

    /** Fails with a problem where there were too many. */
    void require(EmailAddress email, String network) {
        isolated.unbound(() -> {
            refuse(email.hash(), OF_AN_ADDRESS);
            refuse(ofNetwork(network), FROM_A_NETWORK);
            return true;
        });
    }

    void failed(EmailAddress email, String network) {
        isolated.unbound(() -> {
            entities.createNativeQuery("delete from sign_in_failure where since < ?1")
                    .setParameter(1, begin())
                    .executeUpdate();
            // In one order, so that two at once never wait for each other.
            List.of(email.hash(), ofNetwork(network)).stream().sorted().forEach(this::count);
            return true;
        });
    }

    /** Whoever knows the password starts anew; where from, others may still be guessing. */
    void succeeded(EmailAddress email) {
        isolated.unbound(() -> entities.createNativeQuery("delete from sign_in_failure where subject_hash = ?1")
                .setParameter(1, email.hash())
                .executeUpdate());
    }

    private void refuse(String subject, int most) {
        List<?> since = entities.createNativeQuery(
                        "select since from sign_in_failure where subject_hash = ?1 and failures >= ?2 and since >= ?3",
                        Instant.class)
                .setParameter(1, subject)
                .setParameter(2, most)
                .setParameter(3, begin())
                .getResultList();
        if (!since.isEmpty()) {
            throw Problems.rateLimited(Duration.between(now(), ((Instant) since.getFirst()).plus(WINDOW)));
        }
    }

    private void count(String subject) {
        entities.createNativeQuery("insert into sign_in_failure (subject_hash, failures, since) values (?1, 1, ?2)"
                        + " on conflict (subject_hash) do update set failures = sign_in_failure.failures + 1")
                .setParameter(1, subject)
                .setParameter(2, now())
                .executeUpdate();
    }

    private Instant begin() {
        return now().minus(WINDOW);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String ofNetwork(String network) {
        return KeyText.hash("network " + network);
    }
}
