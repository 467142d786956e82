package io.rapport.metrics.rollup;

import io.rapport.metrics.sql.Sql;
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
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/** The table of sets of visitors: a row holds those of a set whose numbers lie in the same stretch. */
final class VisitorSetTable {
    /** Small enough that a row is rewritten in no time, big enough that most businesses have one for a set. */
    private static final int BITS_OF_MONTH = 18;

    /** A day has few of all the numbers: in more rows than one there would be next to nothing in most. */
    private static final int BITS_OF_DAY = 22;

    private static final String KEY = "dimension, grain, what, bucket, key, chunk";
    private static final String WANTED = "unnest(?, ?::\"char\"[], ?, ?, ?, ?) as w (" + KEY + ")";
    private static final String SAME = "r.business_id = ? and r.dimension = w.dimension and r.grain = w.grain"
            + " and r.what = w.what and r.bucket = w.bucket and r.key = w.key and r.chunk = w.chunk";

    private record Place(VisitorSets.Cell cell, int chunk) {
        static Place of(VisitorSets.Cell cell, int number) {
            return new Place(cell, number >> (cell.bucket().isDay() ? BITS_OF_DAY : BITS_OF_MONTH));
        }
    }

    private final Map<Place, RoaringBitmap> rows = new HashMap<>();
    private final Connection connection;
    private final String business;

    VisitorSetTable(Connection connection, String business) {
        this.connection = connection;
        this.business = business;
    }

    void change(Map<VisitorSets.Cell, RoaringBitmap> added, Map<VisitorSets.Cell, RoaringBitmap> removed)
            throws SQLException {
        Map<Place, RoaringBitmap> in = chunks(added);
        Map<Place, RoaringBitmap> out = chunks(removed);
        in.keySet().forEach(place -> rows.put(place, new RoaringBitmap()));
        out.keySet().forEach(place -> rows.put(place, new RoaringBitmap()));
        load();
        in.forEach((place, numbers) -> rows.get(place).or(numbers));
        out.forEach((place, numbers) -> rows.get(place).andNot(numbers));
        store();
    }

    private static Map<Place, RoaringBitmap> chunks(Map<VisitorSets.Cell, RoaringBitmap> sets) {
        Map<Place, RoaringBitmap> chunks = new HashMap<>();
        sets.forEach((cell, numbers) -> numbers.forEach(
                (int number) -> chunks.computeIfAbsent(Place.of(cell, number), place -> new RoaringBitmap())
                        .add(number)));
        return chunks;
    }

    private static RoaringBitmap read(ResultSet row, int column) throws SQLException {
        try {
            RoaringBitmap bitmap = new RoaringBitmap();
            bitmap.deserialize(ByteBuffer.wrap(row.getBytes(column)));
            return bitmap;
        } catch (IOException broken) {
            throw new UncheckedIOException("A stored set of visitors can't be read", broken);
        }
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
        ByteBuffer bytes = ByteBuffer.allocate(bitmap.serializedSizeInBytes());
        bitmap.serialize(bytes);
        return bytes.array();
    }
}
