package io.rapport.metrics.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MappeableArrayContainer;
import org.roaringbitmap.buffer.MappeableBitmapContainer;
import org.roaringbitmap.buffer.MappeableContainer;
import org.roaringbitmap.buffer.MappeableContainerPointer;
import org.roaringbitmap.buffer.MappeableRunContainer;

/**
 * Sets of visitors, united by a key. All of a key are united at once when they are counted, container by container (of 2^16
 * numbers): one after the other, each would be merged into all that were before it, and the library's own union of many makes a
 * set of what is only to be counted.
 *
 * @param <K> what the visitors are counted by
 */
final class UnitedSets<K> {
    /** Of more numbers bits are set, each in its place; fewer are merged, since they'd lie far apart among 65,536. */
    private static final int FEW = 1_000;

    private final Map<K, List<ImmutableRoaringBitmap>> sets = new HashMap<>();

    void add(K key, ImmutableRoaringBitmap members) {
        sets.computeIfAbsent(key, none -> new ArrayList<>()).add(members);
    }

    /** How many different visitors each key has; those with none are left out. */
    Map<K, Long> counts() {
        Map<K, Long> counts = new HashMap<>();
        sets.forEach((key, parts) -> counts.put(key, different(parts)));
        return counts;
    }

    private static long different(List<ImmutableRoaringBitmap> parts) {
        return containers(parts).stream().mapToLong(UnitedSets::united).sum();
    }

    /** Those that hold numbers of the same stretch, from all parts. */
    private static Collection<List<MappeableContainer>> containers(List<ImmutableRoaringBitmap> parts) {
        Map<Character, List<MappeableContainer>> byStretch = new HashMap<>();
        for (ImmutableRoaringBitmap part : parts) {
            for (MappeableContainerPointer at = part.getContainerPointer(); at.hasContainer(); at.advance()) {
                byStretch.computeIfAbsent(at.key(), none -> new ArrayList<>()).add(at.getContainer());
            }
        }
        return byStretch.values();
    }

    private static long united(List<MappeableContainer> parts) {
        MappeableContainer first = parts.getFirst();
        if (parts.size() == 1) {
            return first.getCardinality();
        }
        long most = parts.stream().mapToLong(MappeableContainer::getCardinality).sum();
        // A copy, since what it is made of is the row's own bytes.
        MappeableContainer all = most <= FEW ? first.clone() : first.clone().toBitmapContainer();
        for (MappeableContainer more : parts.subList(1, parts.size())) {
            all = switch (more) {
                case MappeableArrayContainer array -> all.ior(array);
                case MappeableBitmapContainer bitmap -> all.ior(bitmap);
                case MappeableRunContainer run -> all.ior(run);
                default -> throw new IllegalStateException("A container of another kind");
            };
        }
        return all.getCardinality();
    }
}
