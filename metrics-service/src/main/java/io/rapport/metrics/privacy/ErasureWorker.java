package io.rapport.metrics.privacy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.frame.database.Pace;
import io.rapport.frame.database.Worker;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Works erasures off; every replica may, and goes on where another was ended. */
@ApplicationScoped
class ErasureWorker {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Worker worker = new Worker("erasures", LOOK, LONGEST_PAUSE, this::round);
    private final Forgetting forgetting;
    private final Transactions transactions;
    private final Clock clock;

    ErasureWorker(Forgetting forgetting, Transactions transactions, Clock clock) {
        this.forgetting = forgetting;
        this.transactions = transactions;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    void wake() {
        worker.wake();
    }

    /** One step of one erasure. */
    private Pace round() {
        Instant now = clock.instant();
        Optional<ErasureTable.Task> task =
                transactions.call(connection -> ErasureTable.take(connection, now, now.plus(LEASE)));
        if (task.isEmpty()) {
            return Pace.IDLE;
        }
        forgetting.step(task.get().business(), task.get().id());
        transactions.call(connection -> {
            ErasureTable.leave(connection, task.get());
            return null;
        });
        return Pace.MORE;
    }
}
