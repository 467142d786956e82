package io.rapport.metrics.metric;

import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Figures that are made anew for each interval, because they rest on more than its own rows: on what was known at its end, on how
 * long it is, or on whole customers.
 */
public final class SpanSelection implements Selection {
    private final Scope scope;
    private final int size;
    private final Query query;

    /** @param size how many aggregates the query finds, the first of them the weight by which keys are ordered */
    public SpanSelection(Scope scope, int size, Query query) {
        this.scope = scope;
        this.size = size;
        this.query = query;
    }

    /** A query of such figures. */
    @FunctionalInterface
    public interface Query {
        /**
         * Selects the number of a span, a key and the aggregates.
         *
         * @param spans a table to read from, {@code p}, with a span's number {@code i}, its start {@code since}, its end {@code until},
         *     the moment {@code year_ago} a year before its end, and its {@code days}
         * @param dimension of the key; null where there is none
         */
        Sql figures(Scope scope, Sql spans, String dimension);
    }

    @Override
    public Aggregates total(Connection connection) throws SQLException {
        return byInterval(
                        connection,
                        List.of(scope.period().from(), scope.period().to()))
                .getOrDefault(0, Aggregates.none(size));
    }

    @Override
    public Map<Integer, Aggregates> byInterval(Connection connection, List<LocalDate> bounds) throws SQLException {
        Map<Integer, Aggregates> found = new LinkedHashMap<>();
        query.figures(scope, spans(bounds), null)
                .list(connection, row -> found.put(row.getInt(1), Aggregates.read(row, 3, size)));
        return found;
    }

    @Override
    public Map<String, Aggregates> byKey(Connection connection, String dimension, int most) throws SQLException {
        Map<String, Aggregates> found = new LinkedHashMap<>();
        all(connection, dimension).entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Aggregates> entry) ->
                                entry.getValue().values().getFirst())
                        .reversed()
                        .thenComparing(Map.Entry::getKey, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(most)
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    @Override
    public Aggregates others(Connection connection, String dimension, List<String> keys) throws SQLException {
        Aggregates sum = Aggregates.none(size);
        for (Map.Entry<String, Aggregates> entry : all(connection, dimension).entrySet()) {
            sum = keys.contains(entry.getKey()) ? sum : sum.plus(entry.getValue());
        }
        return sum;
    }

    private Map<String, Aggregates> all(Connection connection, String dimension) throws SQLException {
        Map<String, Aggregates> found = new LinkedHashMap<>();
        query.figures(scope, spans(List.of(scope.period().from(), scope.period().to())), dimension)
                .list(connection, row -> found.put(row.getString(2), Aggregates.read(row, 3, size)));
        return found;
    }

    private Sql spans(List<LocalDate> bounds) {
        ZoneId zone = scope.business().zone();
        List<Integer> numbers = new ArrayList<>();
        List<Instant> since = new ArrayList<>();
        List<Instant> until = new ArrayList<>();
        List<Instant> yearAgo = new ArrayList<>();
        List<Integer> days = new ArrayList<>();
        for (int i = 0; i < bounds.size() - 1; i++) {
            Period span = new Period(bounds.get(i), bounds.get(i + 1));
            numbers.add(i);
            since.add(span.start(zone));
            until.add(span.end(zone));
            yearAgo.add(span.to().minusYears(1).atStartOfDay(zone).toInstant());
            days.add((int) ChronoUnit.DAYS.between(span.from(), span.to()));
        }
        return Sql.of("unnest(?, ?, ?, ?, ?) as p (i, since, until, year_ago, days)")
                .with(numbers.toArray(Integer[]::new))
                .with(since.toArray(Instant[]::new))
                .with(until.toArray(Instant[]::new))
                .with(yearAgo.toArray(Instant[]::new))
                .with(days.toArray(Integer[]::new));
    }
}
