package io.rapport.metrics.metric;

import io.rapport.metrics.rollup.VisitorSetTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.buffer.BufferFastAggregation;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/**
 * Sets of visitors, united by a key. All of a key are united at once when they are counted: one after the other, each would be
 * merged into all that were before it.
 *
 * @param <K> what the visitors are counted by
 */
final class UnitedSets<K> {
    private final Map<K, List<ImmutableRoaringBitmap>> sets = new HashMap<>();

    /** @param row has the members in this column */
    void add(K key, ResultSet row, int column) throws SQLException {
        sets.computeIfAbsent(key, none -> new ArrayList<>()).add(VisitorSetTable.view(row, column));
    }

    /** How many different visitors each key has; those with none are left out. */
    Map<K, Long> counts() {
        Map<K, Long> counts = new HashMap<>();
        sets.forEach((key, parts) -> counts.put(key, different(parts)));
        return counts;
    }

    private static long different(List<ImmutableRoaringBitmap> parts) {
        return BufferFastAggregation.orCardinality(parts.toArray(ImmutableRoaringBitmap[]::new));
    }
}
