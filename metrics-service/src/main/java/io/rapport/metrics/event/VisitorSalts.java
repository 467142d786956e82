package io.rapport.metrics.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The salt of each day, which all replicas share: whoever needs it first makes it. It outlives its day by two hours at most. */
@ApplicationScoped
class VisitorSalts {
    /** For a replica whose clock is behind. */
    private static final Duration LEEWAY = Duration.ofHours(1);

    private static final int BYTES = 32;

    private final Transactions transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile Salt current;

    VisitorSalts(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    byte[] today() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Salt known = current;
        if (known == null || !known.day().equals(today)) {
            known = new Salt(today, QuarkusTransaction.requiringNew().call(() -> stored(today)));
            current = known;
        }
        return known.value();
    }

    /** Takes away those of days that are over. */
    void forget() {
        LocalDate oldest = LocalDate.ofInstant(clock.instant().minus(LEEWAY), ZoneOffset.UTC);
        Salt known = current;
        if (known != null && known.day().isBefore(oldest)) {
            current = null;
        }
        QuarkusTransaction.requiringNew()
                .run(() -> transactions.call(connection ->
                        Sql.of("delete from visitor_salt where day < ?", oldest).update(connection)));
    }

    private byte[] stored(LocalDate day) {
        return transactions.call(connection -> {
            byte[] fresh = new byte[BYTES];
            random.nextBytes(fresh);
            Sql.of("insert into visitor_salt (day, salt) values (?, ?) on conflict do nothing", day, fresh)
                    .update(connection);
            return read(connection, day);
        });
    }

    private static byte[] read(Connection connection, LocalDate day) throws SQLException {
        return Sql.of("select salt from visitor_salt where day = ?", day)
                .list(connection, row -> row.getBytes(1))
                .getFirst();
    }

    private record Salt(LocalDate day, byte[] value) {}
}
