package io.rapport.metrics.rollup;

import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.visit.VisitDerivation;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/**
 * Sees to it that the planner knows how big the tables are: it is told after so much has been derived again as before, because
 * autovacuum looks once a minute, and in a minute of a burst a plan for ten rows has to read a million.
 */
final class Statistics {
    private static final int FEWEST = 1_000;
    private static final int MOST = 2_000_000;

    private final Transactions transactions;
    private long derived;
    private long next;

    Statistics(Transactions transactions) {
        this.transactions = transactions;
    }

    synchronized void note(VisitDerivation.Change change) {
        if (next == 0) {
            derived = known();
            next = following();
        }
        derived += change.tasks();
        if (derived >= next) {
            next = following();
            count(change);
        }
    }

    private long following() {
        return derived + Math.min(Math.max(FEWEST, derived), MOST);
    }

    /** How many visits the planner knows of, so that those of a long history aren't counted again at each start. */
    private long known() {
        return transactions.call(
                connection -> Sql.of("select reltuples::bigint from pg_class where oid = 'visit'::regclass")
                        .list(connection, row -> Math.max(0, row.getLong(1)))
                        .getFirst());
    }

    private void count(VisitDerivation.Change change) {
        Instant[] months = change.made().stream()
                .flatMap(visit -> Stream.of(visit.beganAt(), visit.endedAt()))
                .map(moment -> YearMonth.from(moment.atOffset(ZoneOffset.UTC)))
                .distinct()
                .map(month -> month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                .toArray(Instant[]::new);
        transactions.call(connection -> Sql.of("select count_what_derivation_reads(?)::text", (Object) months)
                .list(connection, row -> true));
    }
}
