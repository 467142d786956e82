package io.rapport.metrics.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.rapport.metrics.rollup.Derivation;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Publishes how far figures lag behind: those of feedback by the time since the moment that feedback-service vouches for, those
 * of visits and of money by the age of the oldest task of derivation.
 */
@Startup
@ApplicationScoped
class Lag {
    private final Transactions transactions;
    private final Clock clock;
    private volatile Instant upTo;
    private volatile Instant oldestTask;

    Lag(Transactions transactions, Clock clock, MeterRegistry meters) {
        this.transactions = transactions;
        this.clock = clock;
        meters.gauge("rapport.metrics.lag.seconds", this, lag -> lag.secondsSince(lag.upTo));
        meters.gauge(
                "rapport.metrics.visits.lag.seconds",
                this,
                lag -> lag.oldestTask == null ? 0 : lag.secondsSince(lag.oldestTask));
    }

    /** By itself, since whoever asks for the figures must not wait for a database. */
    @Scheduled(every = "5s")
    void look() {
        upTo = transactions.call(connection -> Sql.of("select up_to from feedback_watermark")
                .list(connection, row -> Sql.instant(row, "up_to"))
                .getFirst());
        oldestTask = transactions.call(Derivation::oldest).orElse(null);
    }

    private double secondsSince(Instant moment) {
        return moment == null
                ? Double.NaN
                : Math.max(0, Duration.between(moment, clock.instant()).toMillis() / 1000.0);
    }
}
