package io.rapport.frame.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.frame.database.BusinessScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The steps by which imports get on; each is a commit. */
@ApplicationScoped
public class ImportSteps {
    /** Some hundred times what a step takes; who is slower loses nothing, see {@link ImportTable#advance}. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private static final int ROWS = 1_000;

    private final ImportTable imports;
    private final Rejections rejections;
    private final ImportTarget target;
    private final Transactions transactions;
    private final BusinessScope scope;
    private final ObjectMapper json;
    private final Clock clock;

    ImportSteps(
            ImportTable imports,
            Rejections rejections,
            ImportTarget target,
            Transactions transactions,
            BusinessScope scope,
            ObjectMapper json,
            Clock clock) {
        this.imports = imports;
        this.rejections = rejections;
        this.target = target;
        this.transactions = transactions;
        this.scope = scope;
        this.json = json;
        this.clock = clock;
    }

    /** An import that waits to be worked on, and is ours for a while. */
    Optional<ImportTasks.Task> take() {
        Instant now = clock.instant();
        return transactions.call(connection -> ImportTasks.take(connection, now, now.plus(LEASE)));
    }

    /** What there is to be done of it; opened where rows are to be read. */
    Optional<ImportRun> begin(ImportTasks.Task task) {
        return scope.call(Set.of(task.business()), () -> {
            Optional<DataImport> found =
                    transactions.call(connection -> imports.find(connection, task.business(), task.id()));
            DataImport.State state = found.map(DataImport::state).orElse(DataImport.State.DONE);
            switch (state) {
                case WAITING, RUNNING -> {
                    return open(found.orElseThrow());
                }
                case RECEIVING -> abandon(task);
                case REMOVING -> remove(found.orElseThrow());
                case DONE, FAILED, REMOVED -> drop(task);
            }
            return Optional.empty();
        });
    }

    private Optional<ImportRun> open(DataImport one) {
        transactions.call(
                connection -> imports.go(connection, one, DataImport.State.RUNNING, null, null, "waiting", "running"));
        try {
            Chunks.Reader file = new Chunks.Reader(number ->
                    transactions.call(connection -> Chunks.Reader.piece(connection, one.business(), one.id(), number)));
            ImportRun run = ImportRun.open(one, target.zone(one.business()), file, json);
            if (run.columns() != null && one.columns() == null) {
                transactions.call(connection -> {
                    imports.columns(connection, one, run.columns());
                    return null;
                });
            }
            return Optional.of(run);
        } catch (BadFile unreadable) {
            end(one, DataImport.State.FAILED, unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** Reads and stores some rows. @return whether there may be more for us to do */
    boolean rows(ImportRun run) {
        DataImport one = run.one();
        return scope.call(Set.of(one.business()), () -> {
            Batch batch;
            try {
                batch = run.next(target.facts(one, clock.instant()), ROWS);
            } catch (BadFile unreadable) {
                end(one, DataImport.State.FAILED, unreadable.getMessage());
                return false;
            }
            if (batch.rows() == 0) {
                end(one, DataImport.State.DONE, null);
                return false;
            }
            return store(run, batch);
        });
    }

    private boolean store(ImportRun run, Batch batch) {
        DataImport one = run.one();
        ImportTable.Step[] done = new ImportTable.Step[1];
        try {
            batch.facts().store(stored -> {
                done[0] = batch.step(stored);
                advance(one, run.read(), batch, stored, done[0]);
            });
        } catch (Superseded byAnother) {
            return false;
        }
        target.counted(done[0].accepted(), done[0].duplicates(), done[0].rejected());
        run.stored(batch);
        return true;
    }

    private void advance(DataImport one, long before, Batch batch, Facts.Stored stored, ImportTable.Step step) {
        transactions.call(connection -> {
            if (!imports.advance(connection, one, before, step)) {
                throw new Superseded();
            }
            rejections.save(connection, one, batch.rejections(stored));
            ImportTasks.keep(
                    connection, one.business(), one.id(), clock.instant().plus(LEASE));
            return null;
        });
    }

    /** Another may go on at once. */
    void leave(DataImport one) {
        scope.run(
                Set.of(one.business()),
                () -> transactions.call(connection -> {
                    ImportTasks.keep(connection, one.business(), one.id(), null);
                    return null;
                }));
    }

    /** It would fail again. */
    void fail(DataImport one, String failure) {
        scope.run(Set.of(one.business()), () -> end(one, DataImport.State.FAILED, failure));
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
            more = target.takeBack(one, clock.instant());
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

    private static final class Superseded extends RuntimeException {
        Superseded() {
            super("Another has read these rows", null, false, false);
        }
    }
}
