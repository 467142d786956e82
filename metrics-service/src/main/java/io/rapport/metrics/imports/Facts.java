package io.rapport.metrics.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.json.JsonInput;
import io.rapport.metrics.business.Business;
import io.rapport.metrics.event.Event;
import io.rapport.metrics.event.EventImport;
import io.rapport.metrics.identity.CustomerImport;
import io.rapport.metrics.spend.Spend;
import io.rapport.metrics.spend.SpendStore;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.sql.Transactions.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;

/** Stores what rows say by the rules of its kind, and takes it back. */
@ApplicationScoped
class Facts {
    private static final int AT_ONCE = 5_000;

    private final EventImport events;
    private final CustomerImport customers;
    private final Transactions transactions;
    private final BusinessScope scope;

    Facts(EventImport events, CustomerImport customers, Transactions transactions, BusinessScope scope) {
        this.events = events;
        this.customers = customers;
        this.transactions = transactions;
        this.scope = scope;
    }

    /**
     * Reads a fact into a batch.
     *
     * @throws HttpProblem that names each rule that it breaks
     */
    void read(DataImport one, Business business, ObjectNode fact, Instant now, Batch batch) {
        switch (one.kind()) {
            case EVENTS -> batch.events().add(event(one, fact, now));
            case ORDERS -> batch.events().add(event(one, Orders.event(fact, business.currency()), now));
            case SPEND -> {
                JsonInput input = JsonInput.object(fact);
                Spend spend = Spend.read(input);
                input.finish();
                batch.spend().add(spend);
            }
            // A link without a time holds from when the file came, however often its rows are read.
            case CUSTOMERS ->
                batch.customers().add(customers.read(one.business(), fact, one.createdAt(), one.recordedBy()));
        }
    }

    /**
     * Stores a batch with one commit.
     *
     * @param beside what else is stored with it, told how many were new; it may throw, and nothing is stored
     */
    void store(DataImport one, Batch batch, Beside beside) {
        if (!batch.events().isEmpty()) {
            events.store(
                    one.business(),
                    batch.events(),
                    one.recordedBy(),
                    (connection, stored) -> beside.store(connection, stored.accepted()));
            return;
        }
        scope.run(
                Set.of(one.business()),
                () -> transactions.call(connection -> {
                    beside.store(connection, others(connection, one, batch));
                    return null;
                }));
    }

    private static int others(Connection connection, DataImport one, Batch batch) throws SQLException {
        int fresh = batch.spend().isEmpty()
                ? 0
                : SpendStore.add(connection, one.business(), batch.spend(), one.recordedBy());
        for (Work<Boolean> customer : batch.customers()) {
            fresh += customer.on(connection) ? 1 : 0;
        }
        return fresh;
    }

    /** Takes back some of what an import brought. @return whether more is left */
    boolean takeBack(DataImport one, Instant now) {
        if (one.firstAt() != null) {
            return events.takeBack(one.business(), one.recordedBy(), one.firstAt(), one.lastAt(), AT_ONCE) == AT_ONCE;
        }
        scope.run(
                Set.of(one.business()),
                () -> transactions.call(connection -> {
                    SpendStore.takeBack(connection, one.business(), one.recordedBy());
                    customers.takeBack(connection, one.business(), one.recordedBy(), now);
                    return null;
                }));
        return false;
    }

    private Event event(DataImport one, ObjectNode fact, Instant now) {
        return events.read(one.business(), fact, now);
    }

    /** What else a transaction stores. */
    @FunctionalInterface
    interface Beside {
        void store(Connection connection, int fresh) throws SQLException;
    }
}
