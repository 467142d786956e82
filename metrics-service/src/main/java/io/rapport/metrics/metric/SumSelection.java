package io.rapport.metrics.metric;

import io.rapport.metrics.rollup.Dimension;
import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A period's figures from the sums by day and month. */
final class SumSelection implements Selection {
    private final Rolled.Sums sums;
    private final Scope scope;
    private final Slice slice;

    SumSelection(Rolled.Sums sums, Scope scope, Slice slice) {
        this.sums = sums;
        this.scope = scope;
        this.slice = slice;
    }

    @Override
    public Aggregates total(Connection connection) throws SQLException {
        return Sql.of("select " + aggregates())
                .add(rows(slice.dimension()))
                .add(slice.condition())
                .list(connection, row -> Aggregates.read(row, 1, size()))
                .getFirst();
    }

    @Override
    public Map<Integer, Aggregates> byInterval(Connection connection, List<LocalDate> bounds) throws SQLException {
        Map<Integer, Aggregates> found = new LinkedHashMap<>();
        Sql.of("select width_bucket(r.bucket, ?) - 1, " + aggregates(), (Object) bounds.toArray(LocalDate[]::new))
                .add(table(slice.dimension()))
                .add(slice.condition())
                .add(
                        "and r.grain = 'd' and r.bucket >= ? and r.bucket < ? group by 1",
                        bounds.getFirst(),
                        bounds.getLast())
                .list(connection, row -> found.put(row.getInt(1), Aggregates.read(row, 2, size())));
        return found;
    }

    @Override
    public Map<String, Aggregates> byKey(Connection connection, String dimension, int most) throws SQLException {
        Map<String, Aggregates> found = new LinkedHashMap<>();
        Sql.of("select nullif(r.key, ?), " + aggregates(), Dimension.NOTHING)
                .add(rows(Dimension.stored(dimension)))
                .add(
                        "group by r.key having " + sums.weight() + " > 0 order by " + sums.weight()
                                + " desc, nullif(r.key, ?) limit ?",
                        Dimension.NOTHING,
                        most)
                .list(connection, row -> found.put(row.getString(1), Aggregates.read(row, 2, size())));
        return found;
    }

    @Override
    public Aggregates others(Connection connection, String dimension, List<String> keys) throws SQLException {
        return Sql.of("select " + aggregates())
                .add(rows(Dimension.stored(dimension)))
                .add("and r.key <> all (?)", (Object) stored(keys))
                .list(connection, row -> Aggregates.read(row, 1, size()))
                .getFirst();
    }

    /** Keys as they stand in the tables. */
    static String[] stored(List<String> keys) {
        return keys.stream().map(key -> key == null ? Dimension.NOTHING : key).toArray(String[]::new);
    }

    private Sql rows(String dimension) {
        return table(dimension)
                .add(Pieces.of(scope.period().from(), scope.period().to()).condition());
    }

    private Sql table(String dimension) {
        Sql table = Sql.of("from web_rollup r");
        if (sums.goal() != null) {
            table.add(
                    "left join web_goal g on g.business_id = r.business_id and g.dimension = r.dimension"
                            + " and g.grain = r.grain and g.bucket = r.bucket and g.key = r.key and g.goal = ?",
                    sums.goal());
        }
        return table.add(
                "where r.business_id = ? and r.dimension = ?", scope.business().id(), dimension);
    }

    private String aggregates() {
        return String.join(", ", sums.aggregates());
    }

    private int size() {
        return sums.aggregates().size();
    }
}
