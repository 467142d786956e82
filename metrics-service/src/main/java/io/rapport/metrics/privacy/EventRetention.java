package io.rapport.metrics.privacy;

import io.rapport.frame.database.BusinessScope;
import io.rapport.metrics.business.Business;
import io.rapport.metrics.business.Businesses;
import io.rapport.metrics.business.SettingsStored;
import io.rapport.metrics.rollup.Derivation;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Removes the events of months that a business no longer wants to keep, some in each round. First everything that they count in
 * is derived and closed; then they go, with the visits made of them. The sums and sets of closed days stay.
 */
@ApplicationScoped
class EventRetention {
    private static final Logger LOG = Logger.getLogger(EventRetention.class);

    /** A slip of the settings can be undone for so long; and what is on its way when a month ends has come by then. */
    static final Duration GRACE = Duration.ofDays(1);

    private static final int AT_ONCE = 5_000;

    private final Transactions transactions;
    private final Businesses businesses;
    private final Derivation derivation;
    private final BusinessScope scope;

    EventRetention(Transactions transactions, Businesses businesses, Derivation derivation, BusinessScope scope) {
        this.transactions = transactions;
        this.businesses = businesses;
        this.derivation = derivation;
        this.scope = scope;
    }

    /** Whoever has a rule is looked at from now on. */
    void settingsStored(@Observes SettingsStored stored) {
        if (stored.business().keepEventsMonths() != null) {
            transactions.call(connection -> {
                RetentionTasks.note(connection, stored.business().id());
                return null;
            });
        }
    }

    /** Does some of what is due for a business. @return whether more is left */
    boolean round(String business, Instant now) {
        return scope.call(Set.of(business), () -> {
            Optional<LocalDate> due = transactions.call(connection -> due(connection, business, now));
            boolean closed = due.isEmpty() || close(business, due.get());
            Business known = businesses.get(business);
            boolean more = known.keptFrom() != null
                    && transactions.call(connection -> ClosedDays.remove(connection, known, AT_ONCE));
            return more || !closed;
        });
    }

    /** The day from which on events are to be kept, where some are older that aren't closed yet. */
    private Optional<LocalDate> due(Connection connection, String business, Instant now) throws SQLException {
        Business known = businesses.get(business);
        Instant then = now.minus(GRACE);
        LocalDate wanted = known.wantedFrom(then);
        boolean ruled = wanted != null
                && (known.keptFrom() == null || wanted.isAfter(known.keptFrom()))
                && !Sql.of("select 1 from business_settings where business_id = ? and keep_since <= ?", business, then)
                        .list(connection, row -> true)
                        .isEmpty();
        return ruled && ClosedDays.anyEvent(connection, business, known.start(wanted))
                ? Optional.of(wanted)
                : Optional.empty();
    }

    /** @return false where it has to be tried again, since something still waits to be derived */
    private boolean close(String business, LocalDate first) {
        if (!derivation.catchUp(business)) {
            return false;
        }
        boolean closed = transactions.call(connection -> ClosedDays.close(connection, businesses.get(business), first));
        if (closed) {
            LOG.infof("Events of %s before %s are no longer kept", business, first);
        }
        return closed;
    }
}
