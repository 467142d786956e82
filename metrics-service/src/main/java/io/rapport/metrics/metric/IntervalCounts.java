package io.rapport.metrics.metric;

import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many different visitors each interval of a series has. Where an interval is one day or one month, its set needs not be
 * read: how many are in it is kept beside it.
 */
final class IntervalCounts {
    /** Days and months of which one or several make up an interval. */
    private record Part(int interval, String grain, LocalDate from, LocalDate to, boolean alone) {}

    private final Connection connection;
    private final String business;
    private final Slice slice;
    private final String what;
    private final List<LocalDate> bounds;

    IntervalCounts(Connection connection, String business, Slice slice, String what, List<LocalDate> bounds) {
        this.connection = connection;
        this.business = business;
        this.slice = slice;
        this.what = what;
        this.bounds = bounds;
    }

    Map<Integer, Long> find() throws SQLException {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < bounds.size() - 1; i++) {
            parts(i, Pieces.of(bounds.get(i), bounds.get(i + 1)), parts);
        }
        Map<Integer, Long> counts = new HashMap<>();
        sizes(parts.stream().filter(Part::alone).toList(), counts);
        unions(parts.stream().filter(part -> !part.alone).toList(), counts);
        return counts;
    }

    private static void parts(int interval, Pieces pieces, List<Part> parts) {
        boolean alone = pieces.from().plusDays(1).equals(pieces.to())
                || pieces.from().equals(pieces.monthsFrom())
                        && pieces.monthsTo().equals(pieces.to())
                        && pieces.from().plusMonths(1).equals(pieces.to());
        part(interval, "d", pieces.from(), pieces.monthsFrom(), alone, parts);
        part(interval, "m", pieces.monthsFrom(), pieces.monthsTo(), alone, parts);
        part(interval, "d", pieces.monthsTo(), pieces.to(), alone, parts);
    }

    private static void part(
            int interval, String grain, LocalDate from, LocalDate to, boolean alone, List<Part> parts) {
        if (from.isBefore(to)) {
            parts.add(new Part(interval, grain, from, to, alone));
        }
    }

    private void sizes(List<Part> parts, Map<Integer, Long> counts) throws SQLException {
        rows("select p.part, sum(r.size)", parts)
                .add("group by 1")
                .list(connection, row -> counts.put(row.getInt(1), row.getLong(2)));
    }

    private void unions(List<Part> parts, Map<Integer, Long> counts) throws SQLException {
        UnitedSets<Integer> united = new UnitedSets<>();
        rows("select p.part, r.members", parts).each(connection, row -> united.add(row.getInt(1), row.getBytes(2)));
        counts.putAll(united.counts());
    }

    private Sql rows(String select, List<Part> parts) {
        return Sql.of(select + " from unnest(?, ?::\"char\"[], ?, ?) as p (part, grain, since, until)")
                .with(parts.stream().map(Part::interval).toArray(Integer[]::new))
                .with(parts.stream().map(Part::grain).toArray(String[]::new))
                .with(parts.stream().map(Part::from).toArray(LocalDate[]::new))
                .with(parts.stream().map(Part::to).toArray(LocalDate[]::new))
                .add(
                        "join web_visitors r on r.business_id = ? and r.grain = p.grain and r.what = ?"
                                + " and r.bucket >= p.since and r.bucket < p.until",
                        business,
                        what)
                .add(slice.condition());
    }
}
