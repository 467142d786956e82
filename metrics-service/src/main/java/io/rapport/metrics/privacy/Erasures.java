package io.rapport.metrics.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.problem.Problems;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Takes orders to forget persons: noted durably, and worked off from there. */
@ApplicationScoped
public class Erasures {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LETTERS_OF_AN_ID = 16;
    private static final int MOST_TOLD = 20;

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
            FeedbackPart.add(connection, one);
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

    /** Of which erasures feedback-service has a part to do. */
    public List<FeedbackPart.Task> waitingForFeedback() {
        return transactions.call(connection -> FeedbackPart.waiting(connection, MOST_TOLD));
    }

    /** feedback-service's part; empty where it has none. */
    Optional<FeedbackPart> feedbackPart(String business, String id) {
        return transactions.call(connection -> FeedbackPart.find(connection, business, id));
    }

    /** Notes that feedback-service has done its part; facts that it sent before name nobody any more. */
    void feedbackIsDone(String business, String id, JsonNode removed) {
        transactions.call(connection -> {
            FeedbackPart part = FeedbackPart.find(connection, business, id)
                    .filter(one -> one.isDone() || one.ordered() != null)
                    .orElseThrow(() -> Problems.notFound("The part of the erasure"));
            if (!part.isDone()) {
                PersonalFacts.anonymiseFeedbackOf(connection, business, part.customers());
                FeedbackPart.finish(connection, business, id, removed, clock.instant());
            }
            return null;
        });
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
