package io.rapport.metrics.value;

import io.rapport.metrics.metric.Aggregates;
import io.rapport.metrics.metric.Selection;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What several selections find about the same periods and keys, for figures that are made of more than one. */
public record Joined(List<Selection> parts) implements Selection {

    /** What each part found; nothing where it found nothing. */
    public static List<Aggregates> parts(Aggregates joined, int many) {
        List<Aggregates> parts = new ArrayList<>();
        int place = 0;
        for (int part = 0; part < many; part++) {
            int length =
                    place < joined.values().size() ? joined.values().get(place).intValueExact() : 0;
            parts.add(
                    length == 0
                            ? RatioOfSums.NONE
                            : new Aggregates(joined.values().subList(place + 1, place + 1 + length)));
            place += 1 + length;
        }
        return parts;
    }

    private static Aggregates join(List<Aggregates> parts) {
        List<BigDecimal> values = new ArrayList<>();
        for (Aggregates part : parts) {
            int length = part == null ? 0 : part.values().size();
            values.add(BigDecimal.valueOf(length));
            if (length > 0) {
                values.addAll(part.values());
            }
        }
        return new Aggregates(values);
    }

    @Override
    public Aggregates total(Connection connection) throws SQLException {
        List<Aggregates> found = new ArrayList<>();
        for (Selection part : parts) {
            found.add(part.total(connection));
        }
        return join(found);
    }

    @Override
    public Map<Integer, Aggregates> byInterval(Connection connection, List<LocalDate> bounds) throws SQLException {
        List<Map<Integer, Aggregates>> found = new ArrayList<>();
        for (Selection part : parts) {
            found.add(part.byInterval(connection, bounds));
        }
        return joined(found);
    }

    /** In the order of the first part, then of those that it lacks. */
    @Override
    public Map<String, Aggregates> byKey(Connection connection, String dimension, int most) throws SQLException {
        Map<String, Aggregates> all = all(connection, dimension);
        Map<String, Aggregates> found = new LinkedHashMap<>();
        all.entrySet().stream().limit(most).forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    @Override
    public Aggregates others(Connection connection, String dimension, List<String> keys) throws SQLException {
        List<Aggregates> found = new ArrayList<>();
        for (Selection part : parts) {
            found.add(part.others(connection, dimension, keys));
        }
        return join(found);
    }

    private Map<String, Aggregates> all(Connection connection, String dimension) throws SQLException {
        List<Map<String, Aggregates>> found = new ArrayList<>();
        for (Selection part : parts) {
            found.add(part.byKey(connection, dimension, Integer.MAX_VALUE));
        }
        return joined(found);
    }

    private static <K> Map<K, Aggregates> joined(List<Map<K, Aggregates>> found) {
        Set<K> keys = new LinkedHashSet<>();
        found.forEach(part -> keys.addAll(part.keySet()));
        Map<K, Aggregates> joined = new LinkedHashMap<>();
        for (K key : keys) {
            List<Aggregates> of = new ArrayList<>();
            found.forEach(part -> of.add(part.get(key)));
            joined.put(key, join(of));
        }
        return joined;
    }
}
