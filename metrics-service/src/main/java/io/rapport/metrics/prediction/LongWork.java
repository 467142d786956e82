package io.rapport.metrics.prediction;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs what may take longer than a question may: all customers of a large business. */
@ApplicationScoped
class LongWork {
    private static final int SECONDS = 1_200;

    private final Transactions transactions;

    LongWork(Transactions transactions) {
        this.transactions = transactions;
    }

    /** In one transaction of its own. */
    <T> T call(Transactions.Work<T> work) {
        return QuarkusTransaction.requiringNew().timeout(SECONDS).call(() -> transactions.call(work));
    }
}
