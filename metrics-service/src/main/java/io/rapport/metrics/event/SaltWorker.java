package io.rapport.metrics.event;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.frame.database.Pace;
import io.rapport.frame.database.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Sees to it that salts go when their day is over, also where nobody comes. */
@ApplicationScoped
class SaltWorker {
    private static final Duration LOOK = Duration.ofMinutes(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Worker worker;

    SaltWorker(VisitorSalts salts) {
        this.worker = new Worker("visitor-salts", LOOK, LONGEST_PAUSE, () -> {
            salts.forget();
            return Pace.IDLE;
        });
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }
}
