package io.rapport.metrics.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.database.DatabaseFailure;
import io.rapport.frame.database.Pace;
import io.rapport.frame.database.Worker;
import io.rapport.metrics.business.Businesses;
import io.rapport.metrics.operation.Intake;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Works imports off, some rows at a time: their facts, and how far it is, are one commit. Whoever goes on after a crash
 * begins with the first row of which that isn't known, so no row is lost and none is counted twice.
 */
@ApplicationScoped
class ImportWorker {
    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    /** Some hundred times what a step takes; who is slower loses nothing, see {@link ImportTable#advance}. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int ROWS = 1_000;

    private final Worker worker = new Worker("imports", LOOK, LONGEST_PAUSE, this::round);
    private final ImportTable imports;
    private final Rejections rejections;
    private final Facts facts;
    private final Businesses businesses;
    private final Transactions transactions;
    private final BusinessScope scope;
    private final Intake intake;
    private final ObjectMapper json;
    private final Clock clock;
    private ImportRun current;

    ImportWorker(
            ImportTable imports,
            Rejections rejections,
            Facts facts,
            Businesses businesses,
            Transactions transactions,
            BusinessScope scope,
            Intake intake,
            ObjectMapper json,
            Clock clock) {
        this.imports = imports;
        this.rejections = rejections;
        this.facts = facts;
        this.businesses = businesses;
        this.transactions = transactions;
        this.scope = scope;
        this.intake = intake;
        this.json = json;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    /** Another may go on at once. */
    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
        if (current != null) {
            DataImport one = current.one();
            scope.run(
                    Set.of(one.business()),
                    () -> transactions.call(connection -> {
                        ImportTasks.keep(connection, one.business(), one.id(), null);
                        return null;
                    }));
        }
    }

    void wake() {
        worker.wake();
    }

    /** Some rows of the import under way, or the beginning of another. */
    Pace round() {
        try {
            if (current == null) {
                return begin();
            }
            DataImport one = current.one();
            scope.run(Set.of(one.business()), this::rows);
            return Pace.MORE;
        } catch (RuntimeException failure) {
            // Somebody takes it up again from what is stored, unless it is bound to fail again.
            ImportRun left = current;
            leave();
            if (left == null || DatabaseFailure.isOutage(failure)) {
                throw failure;
            }
            LOG.errorf(failure, "An import failed after row %d", left.read());
            scope.run(
                    Set.of(left.one().business()),
                    () -> end(left.one(), DataImport.State.FAILED, "A fault of ours, after row " + left.read() + "."));
            return Pace.MORE;
        }
    }

    private Pace begin() {
        Instant now = clock.instant();
        Optional<ImportTasks.Task> task =
                transactions.call(connection -> ImportTasks.take(connection, now, now.plus(LEASE)));
        task.ifPresent(found -> scope.run(Set.of(found.business()), () -> begin(found)));
        return task.isPresent() ? Pace.MORE : Pace.IDLE;
    }

    private void begin(ImportTasks.Task task) {
        Optional<DataImport> found =
                transactions.call(connection -> imports.find(connection, task.business(), task.id()));
        DataImport.State state = found.map(DataImport::state).orElse(DataImport.State.DONE);
        switch (state) {
            case RECEIVING -> abandon(task);
            case WAITING, RUNNING -> open(found.orElseThrow());
            case REMOVING -> remove(found.orElseThrow());
            case DONE, FAILED, REMOVED -> drop(task);
        }
    }

    private void open(DataImport one) {
        transactions.call(
                connection -> imports.go(connection, one, DataImport.State.RUNNING, null, null, "waiting", "running"));
        try {
            Chunks.Reader file = new Chunks.Reader(number ->
                    transactions.call(connection -> Chunks.Reader.piece(connection, one.business(), one.id(), number)));
            current = ImportRun.open(one, businesses.get(one.business()), file, json);
            if (current.columns() != null && one.columns() == null) {
                transactions.call(connection -> {
                    imports.columns(connection, one, current.columns());
                    return null;
                });
            }
        } catch (BadFile unreadable) {
            end(one, DataImport.State.FAILED, unreadable.getMessage());
        }
    }

    private void rows() {
        DataImport one = current.one();
        Batch batch;
        try {
            batch = current.next(facts, ROWS, clock.instant());
        } catch (BadFile unreadable) {
            leave();
            end(one, DataImport.State.FAILED, unreadable.getMessage());
            return;
        }
        if (batch.rows() == 0) {
            leave();
            end(one, DataImport.State.DONE, null);
        } else if (store(one, batch)) {
            current.stored(batch);
        } else {
            leave();
        }
    }

    /** @return false where the import is no longer ours to go on with */
    private boolean store(DataImport one, Batch batch) {
        long before = current.read();
        int[] accepted = new int[1];
        try {
            facts.store(one, batch, (connection, fresh) -> {
                if (!imports.advance(connection, one, before, batch.step(fresh))) {
                    throw new Superseded();
                }
                rejections.save(connection, one, batch.rejections());
                ImportTasks.keep(
                        connection, one.business(), one.id(), clock.instant().plus(LEASE));
                accepted[0] = fresh;
            });
        } catch (Superseded byAnother) {
            return false;
        }
        intake.count("import", accepted[0], batch.facts() - accepted[0]);
        intake.rejected("import", batch.rejections().size());
        return true;
    }

    private void end(DataImport one, DataImport.State state, String failure) {
        transactions.call(connection -> {
            if (imports.go(connection, one, state, failure, clock.instant(), "waiting", "running")) {
                Chunks.remove(connection, one.business(), one.id());
                ImportTasks.remove(connection, one.business(), one.id());
            }
            return null;
        });
    }

    private void remove(DataImport one) {
        boolean more = true;
        while (more) {
            more = facts.takeBack(one, clock.instant());
            transactions.call(connection -> {
                ImportTasks.keep(
                        connection, one.business(), one.id(), clock.instant().plus(LEASE));
                return null;
            });
        }
        transactions.call(connection -> {
            imports.go(connection, one, DataImport.State.REMOVED, null, clock.instant(), "removing");
            Rejections.remove(connection, one.business(), one.id());
            ImportTasks.remove(connection, one.business(), one.id());
            return null;
        });
    }

    /** Whoever sent it went away before its end. */
    private void abandon(ImportTasks.Task task) {
        transactions.call(connection -> {
            Chunks.remove(connection, task.business(), task.id());
            imports.delete(connection, task.business(), task.id());
            ImportTasks.remove(connection, task.business(), task.id());
            return null;
        });
    }

    private void drop(ImportTasks.Task task) {
        transactions.call(connection -> {
            ImportTasks.remove(connection, task.business(), task.id());
            return null;
        });
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

    private static final class Superseded extends RuntimeException {
        Superseded() {
            super("Another has read these rows", null, false, false);
        }
    }
}
