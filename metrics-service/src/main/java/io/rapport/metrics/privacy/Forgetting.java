package io.rapport.metrics.privacy;

import io.rapport.frame.database.BusinessScope;
import io.rapport.metrics.identity.Person;
import io.rapport.metrics.prediction.Predictions;
import io.rapport.metrics.rollup.Derivation;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Forgets a person, step by step. Each step is one commit with the count of what it did, so that whoever goes on after a crash
 * goes on from there: events go while links still tell whose they are, the links last.
 */
@ApplicationScoped
class Forgetting {
    private static final int AT_ONCE = 5_000;

    private final Transactions transactions;
    private final Derivation derivation;
    private final BusinessScope scope;
    private final Clock clock;

    Forgetting(Transactions transactions, Derivation derivation, BusinessScope scope, Clock clock) {
        this.transactions = transactions;
        this.derivation = derivation;
        this.scope = scope;
        this.clock = clock;
    }

    /** Takes an erasure one step on. @return whether more is to be done */
    boolean step(String business, String id) {
        return scope.call(Set.of(business), () -> {
            boolean derived = derivation.catchUp(business);
            return transactions.call(connection -> {
                // Whoever derives holds this too, so no visit is made of what goes here.
                ClosedDays.lock(connection, business);
                Erasure one = ErasureTable.hold(connection, business, id);
                return step(connection, one, derived);
            });
        });
    }

    private boolean step(Connection connection, Erasure one, boolean derived) throws SQLException {
        switch (one.state()) {
            case WAITING -> {
                if (derived) {
                    begin(connection, one);
                }
            }
            case REMOVING -> remove(connection, one);
            case DERIVING -> {
                if (derived) {
                    ClosedDays.forget(connection, one.business(), ErasureTable.visitors(connection, one));
                    ErasureTable.finish(connection, one, clock.instant());
                }
            }
            case DONE -> {
                return false;
            }
        }
        return true;
    }

    /** What only visits tell must go before an event is gone that they rest on. */
    private static void begin(Connection connection, Erasure one) throws SQLException {
        Person person = Person.of(connection, one.business(), one.customer());
        FeedbackPart.order(connection, one, person);
        int visits = PersonalFacts.visits(connection, one.business(), person);
        List<PersonalFacts.Gone> gone = PersonalFacts.removeFromVisits(connection, one.business(), person);
        Erasure.Counts counts = new Erasure.Counts(gone.size(), visits, 0, 0, 0, 0);
        ErasureTable.advance(connection, one, Erasure.State.REMOVING, counts, visitors(gone));
    }

    private static void remove(Connection connection, Erasure one) throws SQLException {
        Person person = Person.of(connection, one.business(), one.customer());
        List<PersonalFacts.Gone> gone = PersonalFacts.removeEvents(connection, one.business(), person, AT_ONCE);
        if (!gone.isEmpty()) {
            Erasure.Counts counts = new Erasure.Counts(gone.size(), 0, 0, 0, 0, 0);
            ErasureTable.advance(connection, one, Erasure.State.REMOVING, counts, visitors(gone));
            return;
        }
        int rejected = PersonalFacts.removeRejectedRows(connection, one.business(), person);
        int feedback = PersonalFacts.anonymiseFeedback(connection, one.business(), person);
        Predictions.forget(connection, one.business(), person.customers());
        Person.Forgotten forgotten = person.forget(connection, one.business());
        Erasure.Counts counts = new Erasure.Counts(0, 0, forgotten.links(), forgotten.traits(), rejected, feedback);
        ErasureTable.advance(connection, one, Erasure.State.DERIVING, counts, person.visitors());
    }

    private static List<String> visitors(List<PersonalFacts.Gone> gone) {
        return gone.stream()
                .map(PersonalFacts.Gone::visitor)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
