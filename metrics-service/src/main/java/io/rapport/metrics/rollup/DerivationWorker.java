package io.rapport.metrics.rollup;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.database.Pace;
import io.rapport.frame.database.Worker;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;

/** Derives what nobody has asked for yet. It looks now and then and is not woken, so that many events share one round. */
@ApplicationScoped
class DerivationWorker {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Worker worker = new Worker("derivation", LOOK, LONGEST_PAUSE, this::round);
    private final Derivation derivation;
    private final Transactions transactions;
    private final BusinessScope scope;

    DerivationWorker(Derivation derivation, Transactions transactions, BusinessScope scope) {
        this.derivation = derivation;
        this.transactions = transactions;
        this.scope = scope;
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    /** One round for each business, until none has a whole round's work left. */
    private Pace round() {
        Set<String> waiting = transactions.call(Derivation::waiting);
        boolean more = false;
        for (String business : waiting) {
            more |= scope.call(Set.of(business), () -> derivation.tryRound(business));
        }
        return more ? Pace.MORE : Pace.IDLE;
    }
}
