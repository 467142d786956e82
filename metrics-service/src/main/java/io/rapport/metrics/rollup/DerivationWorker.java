package io.rapport.metrics.rollup;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.database.Pace;
import io.rapport.frame.database.Worker;
import io.rapport.metrics.event.EventQueue;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** Derives what nobody has asked for yet. It looks now and then and is not woken, so that many events share one round. */
@ApplicationScoped
class DerivationWorker {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Worker worker = new Worker("derivation", LOOK, LONGEST_PAUSE, this::round);
    private final Derivation derivation;
    private final Transactions transactions;
    private final BusinessScope scope;
    private final EventQueue events;
    private final Clock clock;
    private final Turns turns = new Turns();

    DerivationWorker(
            Derivation derivation, Transactions transactions, BusinessScope scope, EventQueue events, Clock clock) {
        this.derivation = derivation;
        this.transactions = transactions;
        this.scope = scope;
        this.events = events;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    /** One round for each business whose turn it is, until none has a whole round's work left. */
    private Pace round() {
        Set<String> waiting = transactions.call(Derivation::waiting);
        boolean more = false;
        for (String business : waiting) {
            more |= turns.isDue(business, events.isPressed(), clock.instant()) && round(business);
        }
        return more ? Pace.MORE : Pace.IDLE;
    }

    private boolean round(String business) {
        boolean more = scope.call(Set.of(business), () -> derivation.tryRound(business));
        turns.done(business, more, clock.instant());
        return more;
    }
}
