package io.rapport.metrics.prediction;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.database.DatabaseFailure;
import io.rapport.frame.database.Pace;
import io.rapport.frame.database.Worker;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Makes fits, one after the other; every replica may, and none makes what another is making. */
@ApplicationScoped
class FitWorker {
    private static final Logger LOG = Logger.getLogger(FitWorker.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** More than a step takes; a fit that is made twice is the same. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration AFTER_FAILURE = Duration.ofHours(1);

    private final Worker worker = new Worker("fits", LOOK, LONGEST_PAUSE, this::round);
    private final Fits fits;
    private final Transactions transactions;
    private final BusinessScope scope;
    private final Clock clock;

    FitWorker(Fits fits, Transactions transactions, BusinessScope scope, Clock clock) {
        this.fits = fits;
        this.transactions = transactions;
        this.scope = scope;
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

    /** One fit, or one business's night. */
    private Pace round() {
        Instant now = clock.instant();
        Optional<FitTasks.Task> task = transactions.call(connection -> FitTasks.take(connection, now, now.plus(LEASE)));
        task.ifPresent(found -> scope.run(Set.of(found.business()), () -> work(found)));
        return task.isPresent() ? Pace.MORE : Pace.IDLE;
    }

    private void work(FitTasks.Task task) {
        Runnable alive = new NowAndThen(LEASE.dividedBy(6), clock, () -> keep(task));
        try {
            if (task.isNightly()) {
                later(task, fits.night(task.business(), alive));
            } else {
                fits.make(task.business(), task.fit(), alive);
                remove(task);
            }
        } catch (RuntimeException failure) {
            if (DatabaseFailure.isOutage(failure)) {
                later(task, clock.instant());
                throw failure;
            }
            LOG.errorf(failure, "A fit failed");
            if (task.isNightly()) {
                putOff(task, clock.instant().plus(AFTER_FAILURE));
            } else {
                fits.fail(task.business(), task.fit());
                remove(task);
            }
        }
    }

    /** At once, whatever transaction is under way. */
    private void keep(FitTasks.Task task) {
        QuarkusTransaction.requiringNew()
                .run(() -> transactions.call(connection -> {
                    FitTasks.keep(connection, task, clock.instant().plus(LEASE));
                    return null;
                }));
    }

    private void later(FitTasks.Task task, Instant due) {
        transactions.call(connection -> {
            FitTasks.later(connection, task, due);
            return null;
        });
    }

    private void putOff(FitTasks.Task task, Instant until) {
        transactions.call(connection -> {
            FitTasks.putOff(connection, task, until);
            return null;
        });
    }

    private void remove(FitTasks.Task task) {
        transactions.call(connection -> {
            FitTasks.remove(connection, task);
            return null;
        });
    }
}
