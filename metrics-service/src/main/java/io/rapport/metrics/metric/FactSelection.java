package io.rapport.metrics.metric;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.segment.Segment;
import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rows that a question is about, and what can be asked of them. */
final class FactSelection {
    private final AggregatedMetric metric;
    private final Business business;
    private final Segment segment;
    private final Instant from;
    private final Instant to;

    FactSelection(AggregatedMetric metric, Business business, Segment segment, Period period) {
        this.metric = metric;
        this.business = business;
        this.segment = segment;
        this.from = period.start(business.zone());
        this.to = period.end(business.zone());
    }

    Aggregates total(Connection connection) throws SQLException {
        return Sql.of("select " + aggregates())
                .add(rows())
                .list(connection, row -> Aggregates.read(row, 1, size()))
                .getFirst();
    }

    /** By the number of the interval, from 0, of those that have any rows. */
    Map<Integer, Aggregates> byInterval(Connection connection, Instant[] bounds) throws SQLException {
        Map<Integer, Aggregates> found = new LinkedHashMap<>();
        Sql.of("select width_bucket(f." + metric.source().time() + ", ?) - 1, " + aggregates(), (Object) bounds)
                .add(rows())
                .add("group by 1")
                .list(connection, row -> found.put(row.getInt(1), Aggregates.read(row, 2, size())));
        return found;
    }

    /** The largest keys of a dimension, by how many rows they have; what has no value has a null key. */
    Map<String, Aggregates> byKey(Connection connection, String dimension, int most) throws SQLException {
        Map<String, Aggregates> found = new LinkedHashMap<>();
        Sql.of("select " + column(dimension) + ", " + aggregates())
                .add(rows())
                .add("group by 1 order by count(*) desc, 1 limit ?", most)
                .list(connection, row -> found.put(row.getString(1), Aggregates.read(row, 2, size())));
        return found;
    }

    /** All rows whose key isn't among these. */
    Aggregates others(Connection connection, String dimension, List<String> keys) throws SQLException {
        String[] known = keys.stream().filter(Objects::nonNull).toArray(String[]::new);
        String column = column(dimension);
        String rest =
                keys.contains(null) ? column + " <> all (?)" : "(" + column + " is null or " + column + " <> all (?))";
        return Sql.of("select " + aggregates())
                .add(rows())
                .add("and " + rest, (Object) known)
                .list(connection, row -> Aggregates.read(row, 1, size()))
                .getFirst();
    }

    /** From, where and the conditions, with the table named {@code f}. */
    Sql rows() {
        FactSource source = metric.source();
        Sql rows = Sql.of(
                "from " + source.table() + " f where f.business_id = ? and f." + source.time() + " >= ? and f."
                        + source.time() + " < ?",
                business.id(),
                from,
                to);
        if (source.condition() != null) {
            rows.add("and " + source.condition());
        }
        if (metric.condition() != null) {
            rows.add("and " + metric.condition());
        }
        return rows.add(SegmentFilter.of(source, segment));
    }

    private String column(String dimension) {
        return "f." + metric.source().dimensions().get(dimension);
    }

    private String aggregates() {
        return String.join(", ", metric.measure().aggregates());
    }

    private int size() {
        return metric.measure().aggregates().size();
    }
}
