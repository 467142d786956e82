package io.rapport.metrics.privacy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.frame.database.Pace;
import io.rapport.frame.database.Worker;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/** Looks now and then for events that are to go; every replica may. */
@ApplicationScoped
class RetentionWorker {
    private static final Duration LOOK = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration NEXT = Duration.ofHours(1);

    /** Replicas take it for granted that the partitions of more recent months are there. */
    private static final int RECENT = 15;

    private final Worker worker = new Worker("retention", LOOK, LONGEST_PAUSE, this::round);
    private final EventRetention retention;
    private final Transactions transactions;
    private final Clock clock;

    RetentionWorker(EventRetention retention, Transactions transactions, Clock clock) {
        this.retention = retention;
        this.transactions = transactions;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    private Pace round() {
        Instant now = clock.instant();
        Optional<String> task = transactions.call(connection -> RetentionTasks.take(connection, now, now.plus(LEASE)));
        if (task.isEmpty()) {
            return Pace.IDLE;
        }
        boolean more = retention.round(task.get(), now);
        transactions.call(connection -> {
            RetentionTasks.next(connection, task.get(), more ? now : now.plus(NEXT));
            return null;
        });
        if (!more) {
            dropMonths(now);
        }
        return Pace.MORE;
    }

    /** Takes away the months in which no business has an event any more. */
    int dropMonths(Instant now) {
        Instant before = YearMonth.from(now.atOffset(ZoneOffset.UTC))
                .minusMonths(RECENT)
                .atDay(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        return transactions.call(connection -> Sql.of("select drop_empty_event_months(?)", before)
                .list(connection, row -> row.getInt(1))
                .getFirst());
    }
}
