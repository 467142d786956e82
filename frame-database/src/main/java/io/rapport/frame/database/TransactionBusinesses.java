package io.rapport.frame.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Tells PostgreSQL at the start of each transaction whose rows it may touch; the setting ends with the transaction. */
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
                PreparedStatement set = connection.prepareStatement("select set_config('app.business', ?, true)")) {
            set.setString(1, String.join(",", scope.current()));
            set.execute();
        } catch (SQLException | RuntimeException failure) {
            // Whoever began the transaction never learns of it, and it would stay with the thread, broken, for good.
            transactions.rollback();
            throw failure;
        }
    }
}
