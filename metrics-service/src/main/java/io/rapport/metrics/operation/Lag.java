package io.rapport.metrics.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Publishes how far figures of feedback lag behind: the time since the moment that feedback-service vouches for. Figures of
 * events don't: what they count is written in the transaction that is acknowledged.
 */
@Startup
@ApplicationScoped
class Lag {
    private final Transactions transactions;
    private final Clock clock;
    private volatile Instant upTo;

    Lag(Transactions transactions, Clock clock, MeterRegistry meters) {
        this.transactions = transactions;
        this.clock = clock;
        meters.gauge("rapport.metrics.lag.seconds", this, Lag::seconds);
    }

    /** By itself, since whoever asks for the figures must not wait for a database. */
    @Scheduled(every = "5s")
    void look() {
        upTo = transactions.call(connection -> Sql.of("select up_to from feedback_watermark")
                .list(connection, row -> Sql.instant(row, "up_to"))
                .getFirst());
    }

    private double seconds() {
        return upTo == null
                ? Double.NaN
                : Math.max(0, Duration.between(upTo, clock.instant()).toMillis() / 1000.0);
    }
}
