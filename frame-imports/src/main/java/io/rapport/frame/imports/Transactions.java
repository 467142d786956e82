package io.rapport.frame.imports;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Work on the connection of the current transaction, or of a new one that ends with it. */
@ApplicationScoped
class Transactions {
    private final AgroalDataSource database;

    Transactions(AgroalDataSource database) {
        this.database = database;
    }

    <T> T call(Work<T> work) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = database.getConnection()) {
                return work.on(connection);
            }
        });
    }

    /** What is to be done on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
