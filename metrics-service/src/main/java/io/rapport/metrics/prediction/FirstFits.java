package io.rapport.metrics.prediction;

import io.rapport.metrics.rollup.HistoryDerived;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Has the models of a new business fitted soon after its history has come, and need not wait for the night. As long as more history
 * comes they are fitted again, after four times as long each time: a handful of fits more, however many orders come late.
 */
@ApplicationScoped
class FirstFits {
    /** Of scorings: the next would be later than the night's. */
    private static final int FEW = 6;

    private static final Duration ASKED = Duration.ofDays(1);

    private final Transactions transactions;
    private final FitConfig config;
    private final Clock clock;

    FirstFits(Transactions transactions, FitConfig config, Clock clock) {
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    void historyDerived(@Observes HistoryDerived derived) {
        String business = derived.business().id();
        Instant now = clock.instant();
        transactions.call(connection -> {
            int made = PredictionTable.next(connection, business) - 1;
            if (made < FEW && !asked(connection, business, now)) {
                FitTasks.sooner(connection, business, now, now.plus(pause(made)));
            }
            return null;
        });
    }

    /** @param made scorings so far */
    Duration pause(int made) {
        return config.soon().multipliedBy(1L << 2 * made);
    }

    /** By what somebody asked for customers are judged, not by what we make of it. */
    private static boolean asked(Connection connection, String business, Instant now) throws SQLException {
        return Sql.of(
                        "select exists (select from model_fit where business_id = ? and requested_by <> ?"
                                + " and requested_at > ?)",
                        business,
                        Fits.BY_SCHEDULE,
                        now.minus(ASKED))
                .list(connection, row -> row.getBoolean(1))
                .getFirst();
    }
}
