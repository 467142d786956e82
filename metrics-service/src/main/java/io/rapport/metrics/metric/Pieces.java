package io.rapport.metrics.metric;

import io.rapport.metrics.sql.Sql;
import java.time.LocalDate;

/** A span of days as whole months, and the days before and after them. */
record Pieces(LocalDate from, LocalDate monthsFrom, LocalDate monthsTo, LocalDate to) {

    static Pieces of(LocalDate from, LocalDate to) {
        LocalDate first =
                from.getDayOfMonth() == 1 ? from : from.withDayOfMonth(1).plusMonths(1);
        LocalDate last = to.withDayOfMonth(1);
        return first.isBefore(last) ? new Pieces(from, first, last, to) : new Pieces(from, to, to, to);
    }

    /** Of the rows by day and by month those that make up the span. */
    Sql condition() {
        return Sql.of(
                "and (r.grain = 'm' and r.bucket >= ? and r.bucket < ?"
                        + " or r.grain = 'd' and (r.bucket >= ? and r.bucket < ? or r.bucket >= ? and r.bucket < ?))",
                monthsFrom,
                monthsTo,
                from,
                monthsFrom,
                monthsTo,
                to);
    }
}
