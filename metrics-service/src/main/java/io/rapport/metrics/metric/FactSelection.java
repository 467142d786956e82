package io.rapport.metrics.metric;

import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rows that a question is about, and what can be asked of them. */
final class FactSelection implements Selection {
    private final AggregatedMetric metric;
    private final Scope scope;

    FactSelection(AggregatedMetric metric, Scope scope) {
        this.metric = metric;
        this.scope = scope;
    }

    @Override
    public Aggregates total(Connection connection) throws SQLException {
        return Sql.of("select ")
                .add(aggregates())
                .add(rows(metric, scope, ""))
                .list(connection, row -> Aggregates.read(row, 1, size()))
                .getFirst();
    }

    @Override
    public Map<Integer, Aggregates> byInterval(Connection connection, List<LocalDate> bounds) throws SQLException {
        Instant[] starts = bounds.stream()
                .map(day -> day.atStartOfDay(scope.business().zone()).toInstant())
                .toArray(Instant[]::new);
        Map<Integer, Aggregates> found = new LinkedHashMap<>();
        Sql.of("select width_bucket(f." + metric.source().time() + ", ?) - 1,", (Object) starts)
                .add(aggregates())
                .add(rows(metric, scope, ""))
                .add("group by 1")
                .list(connection, row -> found.put(row.getInt(1), Aggregates.read(row, 2, size())));
        return found;
    }

    @Override
    public Map<String, Aggregates> byKey(Connection connection, String dimension, int most) throws SQLException {
        FactSource.Column column = metric.source().column(dimension);
        Map<String, Aggregates> found = new LinkedHashMap<>();
        Sql.of("select " + column.expression() + ",")
                .add(aggregates())
                .add(rows(metric, scope, column.join()))
                .add("group by 1 order by count(*) desc, 1 limit ?", most)
                .list(connection, row -> found.put(row.getString(1), Aggregates.read(row, 2, size())));
        return found;
    }

    /**
     * With one look at the rows where that costs nothing: what counts different values isn't counted by several processes at once,
     * and a row with several keys would count several times.
     */
    @Override
    public Parted parted(Connection connection, String dimension, int most) throws SQLException {
        FactSource.Column column = metric.source().column(dimension);
        boolean different = metric.measure().aggregates().stream().anyMatch(part -> part.startsWith("count(distinct"));
        if (!different || !column.join().isEmpty()) {
            return Selection.super.parted(connection, dimension, most);
        }
        Map<String, Aggregates> found = new LinkedHashMap<>();
        List<Aggregates> total = new ArrayList<>();
        String key = column.expression();
        Sql.of("select grouping(" + key + ") as whole, " + key + ",")
                .add(aggregates())
                .add(rows(metric, scope, ""))
                .add("group by grouping sets ((), (" + key + ")) order by 1 desc, count(*) desc, 2 limit ?", most + 1)
                .list(connection, row -> {
                    Aggregates aggregates = Aggregates.read(row, 3, size());
                    return row.getInt("whole") == 1 ? total.add(aggregates) : found.put(row.getString(2), aggregates);
                });
        return new Parted(total.getFirst(), found);
    }

    @Override
    public Aggregates others(Connection connection, String dimension, List<String> keys) throws SQLException {
        FactSource.Column column = metric.source().column(dimension);
        String[] known = keys.stream().filter(Objects::nonNull).toArray(String[]::new);
        String expression = column.expression();
        String rest = keys.contains(null)
                ? expression + " <> all (?)"
                : "(" + expression + " is null or " + expression + " <> all (?))";
        return Sql.of("select ")
                .add(aggregates())
                .add(rows(metric, scope, column.join()))
                .add("and " + rest, (Object) known)
                .list(connection, row -> Aggregates.read(row, 1, size()))
                .getFirst();
    }

    /** From, where and the conditions of any metric's facts, with the table named {@code f}. */
    static Sql rows(Metric metric, Scope scope) {
        return rows(metric, scope, "");
    }

    private static Sql rows(Metric metric, Scope scope, String join) {
        FactSource source = metric.source();
        Sql rows = source.from(scope)
                .add(
                        join + " where f.business_id = ? and f." + source.time() + " >= ? and f." + source.time()
                                + " < ?",
                        scope.business().id(),
                        scope.start(),
                        scope.end());
        if (source.condition() != null) {
            rows.add("and " + source.condition());
        }
        if (metric instanceof AggregatedMetric aggregated && aggregated.condition() != null) {
            rows.add("and " + aggregated.condition());
        }
        return rows.add(SegmentFilter.of(source, scope));
    }

    private Sql aggregates() {
        return Sql.of(String.join(", ", metric.measure().aggregates()))
                .withAll(metric.measure().parameters().toArray());
    }

    private int size() {
        return metric.measure().aggregates().size();
    }
}
