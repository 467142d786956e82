package io.rapport.frame.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53300", "57P01", "57P03", "40001", "25006"})
    void whatSaysThatTheDatabaseIsAway(String state) {
        assertThat(DatabaseFailure.isOutage(new IllegalStateException(new SQLException("away", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22003", "42P01"})
    void whatSaysThatWeAskedForTheWrongThing(String state) {
        assertThat(DatabaseFailure.isOutage(new SQLException("no", state))).isFalse();
        assertThat(DatabaseFailure.isOutage(new NullPointerException())).isFalse();
    }

    /** As Narayana tells of a server that ended while it committed. */
    @Test
    void aCommitThatFoundNobodyKeepsItsReasonAside() {
        XAException reason = new XAException("Error trying to transactionCommit local transaction");
        reason.initCause(new SQLException("terminating connection due to unexpected postmaster exit", "57P01"));
        RollbackException failed = new RollbackException("Could not commit transaction.");
        failed.addSuppressed(reason);
        assertThat(DatabaseFailure.isOutage(new IllegalStateException(failed))).isTrue();
    }
}
