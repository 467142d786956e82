package io.rapport.gateway.access.person;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rapport.frame.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Argon2id with 12 MiB and three passes, one of the settings that OWASP's password storage cheat sheet holds for equal. Each
 * hash says how it was made, so that these can be raised. No more than two are computed at once, for memory's sake and so
 * that a flood of sign-ins leaves room for everything else.
 */
@ApplicationScoped
class Passwords {
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(12 * 1024, 3, 1, 32, Argon2.ID);
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Timer timer;
    private final String nobodys;

    Passwords(MeterRegistry meters) {
        timer = meters.timer("rapport.password.hash");
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        nobodys = hash(HexFormat.of().formatHex(random));
    }

    final String hash(String password) {
        return inTurn(
                () -> Password.hash(password).addRandomSalt(16).with(ARGON2).getResult());
    }

    boolean matches(String password, String hash) {
        return inTurn(() -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /** Takes as long as looking at a hash that there is. */
    boolean matchesNobody(String password) {
        matches(password, nobodys);
        return false;
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!entered()) {
            throw Problems.overloaded("Many people are signing in just now.", Duration.ofSeconds(5));
        }
        try {
            return timer.record(work);
        } finally {
            places.release();
        }
    }

    private boolean entered() {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
