package io.rapport.frame.database;

import io.agroal.api.AgroalDataSource;
import io.rapport.frame.trace.TraceParent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Tells PostgreSQL at the start of each transaction whose rows it may touch, and of which trace it is, for the rows that
 * workers go on from; the settings end with the transaction.
 */
@ApplicationScoped
class TransactionBusinesses {
    private final AgroalDataSource database;
    private final BusinessScope scope;
    private final TransactionManager transactions;

    TransactionBusinesses(AgroalDataSource database, BusinessScope scope, TransactionManager transactions) {
        this.database = database;
        this.scope = scope;
        this.transactions = transactions;
    }

    void begun(@Observes @Initialized(TransactionScoped.class) Object transaction)
            throws SQLException, SystemException {
        try (Connection connection = database.getConnection();
                PreparedStatement set = connection.prepareStatement(
                        "select set_config('app.business', ?, true), set_config('app.traceparent', ?, true)")) {
            set.setString(1, String.join(",", scope.current()));
            set.setString(2, Objects.requireNonNullElse(TraceParent.current(), ""));
            set.execute();
        } catch (SQLException | RuntimeException failure) {
            // Whoever began the transaction never learns of it, and it would stay with the thread, broken, for good.
            transactions.rollback();
            throw failure;
        }
    }
}
