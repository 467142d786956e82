package io.rapport.metrics.sql;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Runs work on one connection in one transaction, which ends with the work: committed, or rolled back if it throws. */
@ApplicationScoped
public class Transactions {
    private final AgroalDataSource database;

    Transactions(AgroalDataSource database) {
        this.database = database;
    }

    public <T> T call(Work<T> work) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = database.getConnection()) {
                return work.on(connection);
            }
        });
    }

    /** What is to be done on a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
