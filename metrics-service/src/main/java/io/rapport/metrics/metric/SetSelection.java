package io.rapport.metrics.metric;

import io.rapport.metrics.rollup.Dimension;
import io.rapport.metrics.sql.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many different visitors a period has, from the sets by day and month: exact, since sets are united and not added. */
final class SetSelection implements Selection {
    private final Rolled.Sets sets;
    private final Scope scope;
    private final Slice slice;

    SetSelection(Rolled.Sets sets, Scope scope, Slice slice) {
        this.sets = sets;
        this.scope = scope;
        this.slice = slice;
    }

    @Override
    public Aggregates total(Connection connection) throws SQLException {
        return count(connection, scope.period().from(), scope.period().to());
    }

    @Override
    public Map<Integer, Aggregates> byInterval(Connection connection, List<LocalDate> bounds) throws SQLException {
        Map<Integer, Aggregates> found = new LinkedHashMap<>();
        for (int i = 0; i < bounds.size() - 1; i++) {
            found.put(i, null);
        }
        List<Map<Integer, Long>> counts = new ArrayList<>();
        for (String what : sets.what()) {
            counts.add(new IntervalCounts(connection, scope.business().id(), slice, what, bounds).find());
        }
        found.replaceAll((i, none) -> aggregates(
                counts.stream().map(count -> count.getOrDefault(i, 0L)).toList()));
        return found;
    }

    @Override
    public Map<String, Aggregates> byKey(Connection connection, String dimension, int most) throws SQLException {
        List<Map<String, Long>> counts = new ArrayList<>();
        for (String what : sets.what()) {
            counts.add(byKey(connection, dimension, what));
        }
        Map<String, Long> weights = counts.getLast();
        Map<String, Aggregates> found = new LinkedHashMap<>();
        weights.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Long> entry) -> -entry.getValue())
                        .thenComparing(entry -> entry.getKey().isEmpty())
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(Map.Entry::getKey)
                .forEach(key -> found.put(
                        key.isEmpty() ? null : key,
                        aggregates(counts.stream()
                                .map(count -> count.getOrDefault(key, 0L))
                                .toList())));
        return found;
    }

    @Override
    public Aggregates others(Connection connection, String dimension, List<String> keys) throws SQLException {
        List<Long> counts = new ArrayList<>();
        for (String what : sets.what()) {
            Sql rest = rows("select r.members", Dimension.stored(dimension), what)
                    .add(period())
                    .add("and r.key <> all (?)", (Object) SumSelection.stored(keys));
            counts.add(united(connection, rest));
        }
        return aggregates(counts);
    }

    private Aggregates count(Connection connection, LocalDate from, LocalDate to) throws SQLException {
        List<Long> counts = new ArrayList<>();
        for (String what : sets.what()) {
            counts.add(united(
                    connection,
                    rows("select r.members", slice.dimension(), what)
                            .add(slice.condition())
                            .add(Pieces.of(from, to).condition())));
        }
        return aggregates(counts);
    }

    private Map<String, Long> byKey(Connection connection, String dimension, String what) throws SQLException {
        UnitedSets<String> united = new UnitedSets<>();
        rows("select r.key, r.members", Dimension.stored(dimension), what)
                .add(period())
                .each(connection, row -> united.add(row.getString(1), row.getBytes(2)));
        return united.counts();
    }

    private static long united(Connection connection, Sql rows) throws SQLException {
        UnitedSets<Boolean> united = new UnitedSets<>();
        rows.each(connection, row -> united.add(true, row.getBytes(1)));
        return united.counts().getOrDefault(true, 0L);
    }

    private Sql rows(String select, String dimension, String what) {
        return Sql.of(
                select + " from web_visitors r where r.business_id = ? and r.dimension = ? and r.what = ?",
                scope.business().id(),
                dimension,
                what);
    }

    private Sql period() {
        return Pieces.of(scope.period().from(), scope.period().to()).condition();
    }

    private static Aggregates aggregates(List<Long> counts) {
        return new Aggregates(counts.stream().map(BigDecimal::valueOf).toList());
    }
}
