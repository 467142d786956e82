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
    private final Period period;

    FactSelection(AggregatedMetric metric, Business business, Segment segment, Period period) {
        this.metric = metric;
        this.business = business;
        this.segment = segment;
        this.period = period;
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

    private Sql rows() {
        return rows(metric, business, segment, period);
    }

    /** From, where and the conditions of any metric's facts, with the table named {@code f}. */
    static Sql rows(Metric metric, Business business, Segment segment, Period period) {
        FactSource source = metric.source();
        Sql rows = Sql.of(
                "from " + source.table() + " f where f.business_id = ? and f." + source.time() + " >= ? and f."
                        + source.time() + " < ?",
                business.id(),
                period.start(business.zone()),
                period.end(business.zone()));
        if (source.condition() != null) {
            rows.add("and " + source.condition());
        }
        if (metric instanceof AggregatedMetric aggregated && aggregated.condition() != null) {
            rows.add("and " + aggregated.condition());
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
