package io.rapport.metrics.metric;

import io.rapport.metrics.rollup.StoredSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets of visitors, united by a key. All of a key are united at once when they are counted, each number setting its bit: one after
 * the other, each would be merged into all that were before it.
 *
 * @param <K> what the visitors are counted by
 */
final class UnitedSets<K> {
    private final Map<K, List<StoredSet>> sets = new HashMap<>();

    /** @param members a set as it is stored */
    void add(K key, byte[] members) {
        sets.computeIfAbsent(key, none -> new ArrayList<>()).add(new StoredSet(members));
    }

    /** How many different visitors each key has; those with none are left out. */
    Map<K, Long> counts() {
        Map<Integer, long[]> stretches = new HashMap<>();
        Map<K, Long> counts = new HashMap<>();
        sets.forEach((key, parts) ->
                counts.put(key, parts.size() == 1 ? parts.getFirst().size() : different(parts, stretches)));
        return counts;
    }

    /** @param stretches bits to use, all clear before and after */
    private static long different(List<StoredSet> parts, Map<Integer, long[]> stretches) {
        for (StoredSet part : parts) {
            part.addTo(stretch -> stretches.computeIfAbsent(stretch, none -> new long[StoredSet.STRETCH / Long.SIZE]));
        }
        long count = 0;
        for (long[] bits : stretches.values()) {
            for (long word : bits) {
                count += Long.bitCount(word);
            }
            Arrays.fill(bits, 0);
        }
        return count;
    }
}
