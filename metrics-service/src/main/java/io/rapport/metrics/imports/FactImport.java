package io.rapport.metrics.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.imports.DataImport;
import io.rapport.frame.imports.Facts;
import io.rapport.frame.imports.ImportTarget;
import io.rapport.frame.json.JsonInput;
import io.rapport.metrics.business.Businesses;
import io.rapport.metrics.event.EventImport;
import io.rapport.metrics.identity.CustomerImport;
import io.rapport.metrics.operation.Intake;
import io.rapport.metrics.spend.Spend;
import io.rapport.metrics.spend.SpendStore;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.sql.Transactions.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Files of what customers do: their rows are stored by the rules of their kind, and taken back. */
@ApplicationScoped
class FactImport implements ImportTarget {
    static final String CUSTOMERS = "customers";
    private static final String EVENTS = "events";
    private static final String ORDERS = "orders";
    private static final String SPEND = "spend";
    private static final int AT_ONCE = 5_000;

    private final EventImport events;
    private final CustomerImport customers;
    private final Businesses businesses;
    private final Transactions transactions;
    private final BusinessScope scope;
    private final Intake intake;

    FactImport(
            EventImport events,
            CustomerImport customers,
            Businesses businesses,
            Transactions transactions,
            BusinessScope scope,
            Intake intake) {
        this.events = events;
        this.customers = customers;
        this.businesses = businesses;
        this.transactions = transactions;
        this.scope = scope;
        this.intake = intake;
    }

    @Override
    public List<String> kinds() {
        return List.of(EVENTS, CUSTOMERS, ORDERS, SPEND);
    }

    @Override
    public String prefix() {
        return "im_";
    }

    @Override
    public ZoneId zone(String business) {
        return businesses.get(business).zone();
    }

    @Override
    public Facts facts(DataImport one, Instant now) {
        return switch (one.kind()) {
            case EVENTS -> new ImportedEvents(events, one, now, event -> event);
            case ORDERS -> {
                var usual = businesses.get(one.business()).currency();
                yield new ImportedEvents(events, one, now, order -> Orders.event(order, usual));
            }
            case SPEND ->
                rows(
                        one,
                        FactImport::spend,
                        (connection, spend) -> SpendStore.add(connection, one.business(), spend, one.recordedBy()));
            // A link without a time holds from when the file came, however often its rows are read.
            case CUSTOMERS ->
                rows(
                        one,
                        fact -> customers.read(one.business(), fact, one.createdAt(), one.recordedBy()),
                        FactImport::store);
            default -> throw new IllegalStateException("No facts are called " + one.kind());
        };
    }

    @Override
    public boolean takeBack(DataImport one, Instant now) {
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

    @Override
    public void counted(int accepted, int duplicates, int rejected) {
        intake.count("import", accepted, duplicates);
        intake.rejected("import", rejected);
    }

    private <T> Facts rows(DataImport one, Function<ObjectNode, T> reader, ImportedRows.Store<T> store) {
        return new ImportedRows<>(one, reader, store, transactions, scope);
    }

    private static Spend spend(ObjectNode fact) {
        JsonInput input = JsonInput.object(fact);
        Spend spend = Spend.read(input);
        input.finish();
        return spend;
    }

    private static int store(Connection connection, List<Work<Boolean>> customers) throws SQLException {
        int fresh = 0;
        for (Work<Boolean> customer : customers) {
            fresh += customer.on(connection) ? 1 : 0;
        }
        return fresh;
    }
}
