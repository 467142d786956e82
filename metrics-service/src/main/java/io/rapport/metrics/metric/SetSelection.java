package io.rapport.metrics.metric;

import io.rapport.metrics.rollup.Dimension;
import io.rapport.metrics.rollup.VisitorSetTable;
import io.rapport.metrics.sql.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

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
            Sql rest = rows("select r.chunk, r.members", Dimension.stored(dimension), what)
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
                    rows("select r.chunk, r.members", slice.dimension(), what)
                            .add(slice.condition())
                            .add(Pieces.of(from, to).condition())));
        }
        return aggregates(counts);
    }

    private Map<String, Long> byKey(Connection connection, String dimension, String what) throws SQLException {
        record Place(String key, int chunk) {}
        Map<Place, MutableRoaringBitmap> united = new HashMap<>();
        rows("select r.key, r.chunk, r.members", Dimension.stored(dimension), what)
                .add(period())
                .list(connection, row -> {
                    unite(united, new Place(row.getString(1), row.getInt(2)), VisitorSetTable.view(row, 3));
                    return true;
                });
        Map<String, Long> counts = new TreeMap<>();
        united.forEach((place, members) -> counts.merge(place.key, members.getLongCardinality(), Long::sum));
        return counts;
    }

    private static long united(Connection connection, Sql rows) throws SQLException {
        Map<Integer, MutableRoaringBitmap> united = new HashMap<>();
        rows.list(connection, row -> {
            unite(united, row.getInt(1), VisitorSetTable.view(row, 2));
            return true;
        });
        return united.values().stream()
                .mapToLong(MutableRoaringBitmap::getLongCardinality)
                .sum();
    }

    static <K> void unite(Map<K, MutableRoaringBitmap> united, K key, ImmutableRoaringBitmap more) {
        united.computeIfAbsent(key, none -> new MutableRoaringBitmap()).or(more);
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
