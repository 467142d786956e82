package io.rapport.metrics.privacy;

import io.rapport.frame.problem.Problems;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Takes orders to forget persons: noted durably, and worked off from there. */
@ApplicationScoped
class Erasures {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LETTERS_OF_AN_ID = 16;

    private final SecureRandom random = new SecureRandom();
    private final Transactions transactions;
    private final ErasureWorker worker;
    private final Clock clock;

    Erasures(Transactions transactions, ErasureWorker worker, Clock clock) {
        this.transactions = transactions;
        this.worker = worker;
        this.clock = clock;
    }

    /** Orders one, unless one of the same customer is under way. */
    Erasure order(String business, String customer, String by) {
        Erasure ordered = transactions.call(connection -> {
            Optional<Erasure> underWay = ErasureTable.underWay(connection, business, customer);
            if (underWay.isPresent()) {
                return underWay.get();
            }
            Erasure one = waiting(business, "er_" + letters(), customer);
            ErasureTable.add(connection, one, by);
            return one;
        });
        worker.wake();
        return ordered;
    }

    /** Orders one by an id of the caller's; the same again is the one that is there. */
    Erasure order(String business, String id, String customer, String by) {
        Erasure ordered = transactions.call(connection -> {
            ErasureTable.add(connection, waiting(business, id, customer), by);
            return ErasureTable.hold(connection, business, id);
        });
        worker.wake();
        return ordered;
    }

    Erasure get(String business, String id) {
        return transactions
                .call(connection -> ErasureTable.find(connection, business, id))
                .orElseThrow(() -> Problems.notFound("The erasure"));
    }

    private Erasure waiting(String business, String id, String customer) {
        return new Erasure(
                business,
                id,
                customer,
                Erasure.State.WAITING,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                new Erasure.Counts(0, 0, 0, 0, 0, 0));
    }

    private String letters() {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LETTERS_OF_AN_ID; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }
}
