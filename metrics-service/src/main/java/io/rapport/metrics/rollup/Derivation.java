package io.rapport.metrics.rollup;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rapport.metrics.business.Business;
import io.rapport.metrics.business.Businesses;
import io.rapport.metrics.business.MoneySettingsChanged;
import io.rapport.metrics.business.SettingsChanged;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.value.ValueDerivation;
import io.rapport.metrics.value.ValueTasks;
import io.rapport.metrics.visit.VisitDerivation;
import io.rapport.metrics.visit.VisitTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Derives what the noted tasks of a business call for: its visits, and of them the sums and sets; its orders and subscriptions.
 * One at a time for a business, whichever replica it is; all of a round is one commit.
 */
@ApplicationScoped
public class Derivation {
    /** A round of so many tasks takes a second or two; the more share a round, the fewer sums are written again. */
    private static final int TASKS = 10_000;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private enum Round {
        /** There may be more to do. */
        MORE,
        DONE,
        /** To others. */
        LEFT
    }

    private final Transactions transactions;
    private final Businesses businesses;
    private final Clock clock;
    private final Timer rounds;
    private final Statistics statistics;
    private final Event<HistoryDerived> history;

    Derivation(
            Transactions transactions,
            Businesses businesses,
            Clock clock,
            MeterRegistry meters,
            Event<HistoryDerived> history) {
        this.transactions = transactions;
        this.businesses = businesses;
        this.clock = clock;
        this.history = history;
        this.statistics = new Statistics(transactions);
        this.rounds = meters.timer("rapport.metrics.visits.derivation");
    }

    /**
     * Derives what waits, so that a question sees what was acknowledged before it; but not for long. It waits for the round of
     * others who derive.
     *
     * @return false where a backlog is left
     */
    public boolean catchUp(String business) {
        Instant end = clock.instant().plus(PATIENCE);
        Round round =
                transactions.call(connection -> oldest(connection, business).isPresent()) ? Round.MORE : Round.DONE;
        while (round != Round.DONE && clock.instant().isBefore(end)) {
            round = round(business, "pg_advisory_xact_lock");
        }
        return round == Round.DONE;
    }

    /** Since when the oldest task of a business waits; empty where all is derived. */
    public static Optional<Instant> oldest(Connection connection, String business) throws SQLException {
        return Stream.concat(
                        VisitTasks.oldest(connection, business).stream(),
                        ValueTasks.oldest(connection, business).stream())
                .min(Instant::compareTo);
    }

    /** Since when the oldest task of all waits; empty where all is derived. */
    public static Optional<Instant> oldest(Connection connection) throws SQLException {
        Optional<Instant> oldest = Optional.empty();
        for (String business : waiting(connection)) {
            oldest = Stream.concat(oldest.stream(), oldest(connection, business).stream())
                    .min(Instant::compareTo);
        }
        return oldest;
    }

    /** Whose tasks wait. */
    static Set<String> waiting(Connection connection) throws SQLException {
        Set<String> waiting = new TreeSet<>(VisitTasks.businesses(connection));
        waiting.addAll(ValueTasks.businesses(connection));
        return waiting;
    }

    /** Derives some of what waits, unless somebody else does. @return whether more waits */
    boolean tryRound(String business) {
        return round(business, "pg_try_advisory_xact_lock") == Round.MORE;
    }

    /** Days or goals are others now. */
    void settingsChanged(@Observes SettingsChanged changed) {
        transactions.call(connection -> {
            VisitTasks.noteEverything(connection, changed.business());
            return null;
        });
    }

    /** Amounts or their days are others now. */
    void moneySettingsChanged(@Observes MoneySettingsChanged changed) {
        transactions.call(connection -> {
            ValueTasks.noteEverything(connection, changed.business());
            return null;
        });
    }

    private Round round(String business, String lock) {
        Work done = rounds.record(() -> transactions.call(
                connection -> lock(connection, lock, business) ? work(connection, business) : Work.OF_OTHERS));
        statistics.note(done.change);
        return done.round;
    }

    private static boolean lock(Connection connection, String lock, String business) throws SQLException {
        return Sql.of("select " + lock + "(hashtext('derivation'), hashtext(?))::text", business)
                .list(connection, row -> row.getString(1))
                .stream()
                .noneMatch("false"::equals);
    }

    private Work work(Connection connection, String business) throws SQLException {
        Business known = businesses.get(business);
        if (Rebuild.removeSome(connection, known)) {
            return new Work(Round.MORE, VisitDerivation.Change.NONE);
        }
        VisitDerivation.Change change = VisitDerivation.work(connection, known, TASKS);
        if (!change.made().isEmpty() || !change.removed().isEmpty()) {
            Rollups.carry(connection, known, change);
        }
        ValueDerivation.Change values = ValueDerivation.work(connection, known, TASKS);
        if (values.earliest() != null && values.earliest().isBefore(known.start(known.day(clock.instant())))) {
            history.fire(new HistoryDerived(known));
        }
        boolean full = change.tasks() >= TASKS || values.tasks() == TASKS;
        return new Work(full || Rebuild.noteSome(connection, known) ? Round.MORE : Round.DONE, change);
    }

    private record Work(Round round, VisitDerivation.Change change) {
        static final Work OF_OTHERS = new Work(Round.LEFT, VisitDerivation.Change.NONE);
    }
}
