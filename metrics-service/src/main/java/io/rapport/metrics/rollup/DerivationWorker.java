package io.rapport.metrics.rollup;

import io.quarkus.scheduler.Scheduled;
import io.rapport.frame.database.BusinessScope;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.visit.VisitTasks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Derives what nobody has asked for yet, once a second, so that many events share one round. */
@ApplicationScoped
class DerivationWorker {
    private final Derivation derivation;
    private final Transactions transactions;
    private final BusinessScope scope;

    DerivationWorker(Derivation derivation, Transactions transactions, BusinessScope scope) {
        this.derivation = derivation;
        this.transactions = transactions;
        this.scope = scope;
    }

    @Scheduled(every = "{rapport.metrics.derivation.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        Set<String> waiting = transactions.call(VisitTasks::businesses);
        boolean more = true;
        while (more) {
            more = false;
            for (String business : waiting) {
                more |= scope.call(Set.of(business), () -> derivation.tryRound(business));
            }
        }
    }
}
