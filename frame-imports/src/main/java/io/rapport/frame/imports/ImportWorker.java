package io.rapport.frame.imports;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.frame.database.DatabaseFailure;
import io.rapport.frame.database.Pace;
import io.rapport.frame.database.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Works imports off, some rows at a time: their facts, and how far it is, are one commit. Whoever goes on after a crash
 * begins with the first row of which that isn't known, so no row is lost and none is counted twice.
 */
@ApplicationScoped
public class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Worker worker = new Worker("imports", LOOK, LONGEST_PAUSE, this::round);
    private final ImportSteps steps;
    private ImportRun current;

    public ImportWorker(ImportSteps steps) {
        this.steps = steps;
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
        if (current != null) {
            steps.leave(current.one());
        }
    }

    void wake() {
        worker.wake();
    }

    /** Some rows of the import under way, or the beginning of another. */
    public Pace round() {
        try {
            if (current == null) {
                Optional<ImportTasks.Task> task = steps.take();
                task.flatMap(steps::begin).ifPresent(run -> current = run);
                return task.isPresent() ? Pace.MORE : Pace.IDLE;
            }
            if (!steps.rows(current)) {
                leave();
            }
            return Pace.MORE;
        } catch (RuntimeException failure) {
            // Somebody takes it up again from what is stored, unless it is bound to fail again.
            ImportRun left = current;
            leave();
            if (left == null || DatabaseFailure.isOutage(failure)) {
                throw failure;
            }
            LOG.errorf(failure, "An import failed after row %d", left.read());
            steps.fail(left.one(), "A fault of ours, after row " + left.read() + ".");
            return Pace.MORE;
        }
    }

    private void leave() {
        if (current != null) {
            ImportRun left = current;
            current = null;
            try {
                left.close();
            } catch (UncheckedIOException nothingIsLost) {
                // It only read.
            }
        }
    }
}
