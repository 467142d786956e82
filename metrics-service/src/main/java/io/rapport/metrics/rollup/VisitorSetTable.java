package io.rapport.metrics.rollup;

import io.rapport.metrics.sql.Sql;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/** The table of sets of visitors: a row holds those of a set whose numbers share their upper 16 bits. */
public final class VisitorSetTable {
    private static final String KEY = "dimension, grain, what, bucket, key, chunk";
    private static final String WANTED = "unnest(?, ?::\"char\"[], ?, ?, ?, ?) as w (" + KEY + ")";
    private static final String SAME = "r.business_id = ? and r.dimension = w.dimension and r.grain = w.grain"
            + " and r.what = w.what and r.bucket = w.bucket and r.key = w.key and r.chunk = w.chunk";

    private record Place(VisitorSets.Cell cell, int chunk) {}

    private final Map<Place, RoaringBitmap> rows = new HashMap<>();
    private final Connection connection;
    private final String business;
    private final Map<String, Integer> numbers;

    /** @param numbers the number of each visitor that is put in or taken out */
    VisitorSetTable(Connection connection, String business, Map<String, Integer> numbers) {
        this.connection = connection;
        this.business = business;
        this.numbers = numbers;
    }

    void change(Map<VisitorSets.Cell, Set<String>> added, Map<VisitorSets.Cell, Set<String>> removed)
            throws SQLException {
        places(added);
        places(removed);
        load();
        each(added, (bitmap, number) -> bitmap.add(number & 0xFFFF));
        each(removed, (bitmap, number) -> bitmap.remove(number & 0xFFFF));
        store();
    }

    static void removeAll(Connection connection, String business) throws SQLException {
        Sql.of("delete from web_visitors where business_id = ?", business).update(connection);
    }

    /** The numbers of a row. */
    public static RoaringBitmap read(ResultSet row, int column) throws SQLException {
        try {
            RoaringBitmap bitmap = new RoaringBitmap();
            bitmap.deserialize(ByteBuffer.wrap(row.getBytes(column)));
            return bitmap;
        } catch (IOException broken) {
            throw new UncheckedIOException("A stored set of visitors can't be read", broken);
        }
    }

    private void places(Map<VisitorSets.Cell, Set<String>> changes) {
        changes.forEach((cell, visitors) -> visitors.forEach(visitor ->
                rows.computeIfAbsent(new Place(cell, numbers.get(visitor) >> 16), place -> new RoaringBitmap())));
    }

    @FunctionalInterface
    private interface Step {
        void take(RoaringBitmap bitmap, int number);
    }

    private void each(Map<VisitorSets.Cell, Set<String>> changes, Step step) {
        changes.forEach((cell, visitors) -> visitors.forEach(visitor -> {
            int number = numbers.get(visitor);
            step.take(rows.get(new Place(cell, number >> 16)), number);
        }));
    }

    private void load() throws SQLException {
        List<Place> places = List.copyOf(rows.keySet());
        Map<Integer, RoaringBitmap> found = new HashMap<>();
        Sql.of("select w.place, r.members from unnest(?, ?::\"char\"[], ?, ?, ?, ?) with ordinality as w (" + KEY
                        + ", place) join web_visitors r on " + SAME)
                .withAll(keys(places))
                .with(business)
                .list(connection, row -> found.put(row.getInt(1), read(row, 2)));
        found.forEach((place, bitmap) -> rows.put(places.get(place - 1), bitmap));
    }

    private void store() throws SQLException {
        List<Place> full = rows.keySet().stream()
                .filter(place -> !rows.get(place).isEmpty())
                .toList();
        List<Place> empty = rows.keySet().stream()
                .filter(place -> rows.get(place).isEmpty())
                .toList();
        if (!full.isEmpty()) {
            Sql.of("insert into web_visitors (business_id, " + KEY + ", size, members) select ?, d.* from unnest(?,"
                            + " ?::\"char\"[], ?, ?, ?, ?, ?, ?) as d on conflict (business_id, " + KEY
                            + ") do update set size = excluded.size, members = excluded.members")
                    .with(business)
                    .withAll(keys(full))
                    .with(full.stream()
                            .map(place -> rows.get(place).getCardinality())
                            .toArray(Integer[]::new))
                    .with(full.stream().map(place -> bytes(rows.get(place))).toArray(byte[][]::new))
                    .update(connection);
        }
        if (!empty.isEmpty()) {
            Sql.of("delete from web_visitors r using " + WANTED + " where " + SAME)
                    .withAll(keys(empty))
                    .with(business)
                    .update(connection);
        }
    }

    private static Object[] keys(List<Place> places) {
        return new Object[] {
            texts(places, place -> place.cell.dimension().column()),
            texts(places, place -> place.cell.bucket().grain()),
            texts(places, place -> place.cell.what()),
            places.stream().map(place -> place.cell.bucket().from()).toArray(LocalDate[]::new),
            texts(places, place -> place.cell.key()),
            places.stream().map(Place::chunk).toArray(Integer[]::new)
        };
    }

    private static String[] texts(List<Place> places, Function<Place, String> column) {
        return places.stream().map(column).toArray(String[]::new);
    }

    private static byte[] bytes(RoaringBitmap bitmap) {
        bitmap.runOptimize();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(bitmap.serializedSizeInBytes());
        try {
            bitmap.serialize(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
