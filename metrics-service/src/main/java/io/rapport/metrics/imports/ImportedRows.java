package io.rapport.metrics.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.imports.DataImport;
import io.rapport.frame.imports.Facts;
import io.rapport.metrics.sql.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Facts that are stored on the connection of a transaction: spend and customers. */
final class ImportedRows<T> implements Facts {
    private final DataImport one;
    private final Function<ObjectNode, T> reader;
    private final Store<T> store;
    private final Transactions transactions;
    private final BusinessScope scope;
    private final List<T> facts = new ArrayList<>();

    ImportedRows(
            DataImport one,
            Function<ObjectNode, T> reader,
            Store<T> store,
            Transactions transactions,
            BusinessScope scope) {
        this.one = one;
        this.reader = reader;
        this.store = store;
        this.transactions = transactions;
        this.scope = scope;
    }

    @Override
    public void add(ObjectNode fact) {
        facts.add(reader.apply(fact));
    }

    @Override
    public void store(Beside beside) {
        scope.run(
                Set.of(one.business()),
                () -> transactions.call(connection -> {
                    beside.store(new Stored(facts.isEmpty() ? 0 : store.add(connection, facts)));
                    return null;
                }));
    }

    /** Stores facts. */
    @FunctionalInterface
    interface Store<T> {
        /** @return how many were new */
        int add(Connection connection, List<T> facts) throws SQLException;
    }
}
