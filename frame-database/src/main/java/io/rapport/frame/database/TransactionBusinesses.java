package io.rapport.frame.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Tells PostgreSQL at the start of each transaction whose rows it may touch; the setting ends with the transaction. */
@ApplicationScoped
class TransactionBusinesses {
    private final AgroalDataSource database;
    private final BusinessScope scope;

    TransactionBusinesses(AgroalDataSource database, BusinessScope scope) {
        this.database = database;
        this.scope = scope;
    }

    void begun(@Observes @Initialized(TransactionScoped.class) Object transaction) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement set = connection.prepareStatement("select set_config('app.business', ?, true)")) {
            set.setString(1, String.join(",", scope.current()));
            set.execute();
        }
    }
}
