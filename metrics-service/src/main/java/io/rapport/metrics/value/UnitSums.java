package io.rapport.metrics.value;

import io.rapport.metrics.metric.Aggregates;
import io.rapport.metrics.metric.Period;
import io.rapport.metrics.metric.Scope;
import io.rapport.metrics.metric.Selection;
import io.rapport.metrics.sql.Sql;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums over units (orders, customers) of two numbers whose ratio is asked for, x and o, with what the ratio's interval is made of:
 * each unit's numbers where they are few, and their moments in any case. {@link RatioOfSums} reads them.
 */
public final class UnitSums implements Selection {
    /** Of more units the interval is made of moments: by then both are the same. */
    static final int LISTED = 1_000;

    private static final List<String> MOMENTS = List.of(
            "u.x",
            "u.o",
            "u.x * u.x",
            "u.x * u.o",
            "u.o * u.o",
            "u.x * u.x * u.x",
            "u.x * u.x * u.o",
            "u.x * u.o * u.o",
            "u.o * u.o * u.o");
    private static final int EXTRAS = 3;

    private final Scope scope;
    private final Query query;

    public UnitSums(Scope scope, Query query) {
        this.scope = scope;
        this.query = query;
    }

    /** A query of units. */
    @FunctionalInterface
    public interface Query {
        /**
         * Selects for each unit the number {@code i} of its span, a {@code key}, its {@code x} and {@code o}, and three more numbers to
         * be summed, {@code e1} to {@code e3}.
         *
         * @param spans a table to read from, {@code p}: see {@link Spans}
         * @param dimension of the key; null where there is none
         */
        Sql units(Connection connection, Scope scope, Sql spans, String dimension) throws SQLException;
    }

    @Override
    public Aggregates total(Connection connection) throws SQLException {
        return byInterval(
                        connection,
                        List.of(scope.period().from(), scope.period().to()))
                .getOrDefault(0, RatioOfSums.NONE);
    }

    @Override
    public Map<Integer, Aggregates> byInterval(Connection connection, List<LocalDate> bounds) throws SQLException {
        Map<Integer, Aggregates> found = new LinkedHashMap<>();
        grouped("u.i", query.units(connection, scope, Spans.of(scope.business(), bounds), null), "")
                .list(connection, row -> {
                    int i = row.getInt(1);
                    return found.put(i, read(row, new Period(bounds.get(i), bounds.get(i + 1))));
                });
        return found;
    }

    @Override
    public Map<String, Aggregates> byKey(Connection connection, String dimension, int most) throws SQLException {
        Map<String, Aggregates> all = new LinkedHashMap<>();
        grouped("u.key", keyed(connection, dimension), "")
                .list(connection, row -> all.put(row.getString(1), read(row, scope.period())));
        return largest(all, most);
    }

    @Override
    public Aggregates others(Connection connection, String dimension, List<String> keys) throws SQLException {
        String[] known = keys.stream().filter(key -> key != null).toArray(String[]::new);
        String rest = keys.contains(null) ? "where u.key <> all (?)" : "where (u.key is null or u.key <> all (?))";
        return grouped("0", keyed(connection, dimension), rest)
                .with(known)
                .list(connection, row -> read(row, scope.period()))
                .stream()
                .findFirst()
                .orElse(RatioOfSums.NONE);
    }

    /** Those with the most units. */
    static Map<String, Aggregates> largest(Map<String, Aggregates> all, int most) {
        Map<String, Aggregates> found = new LinkedHashMap<>();
        all.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Aggregates> entry) ->
                                entry.getValue().values().getFirst())
                        .reversed()
                        .thenComparing(Map.Entry::getKey, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(most)
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private Sql keyed(Connection connection, String dimension) throws SQLException {
        Sql spans = Spans.of(
                scope.business(), List.of(scope.period().from(), scope.period().to()));
        return query.units(connection, scope, spans, dimension);
    }

    private static Sql grouped(String by, Sql units, String condition) {
        String counts = "filter (where u.x <> 0 or u.o <> 0)";
        StringBuilder sums = new StringBuilder("select " + by + ", count(*) " + counts);
        MOMENTS.forEach(moment -> sums.append(", sum(").append(moment).append(")"));
        for (int e = 1; e <= EXTRAS; e++) {
            sums.append(", sum(u.e").append(e).append(")");
        }
        for (String listed : List.of("u.x", "u.o")) {
            sums.append(", case when count(*) ").append(counts).append(" <= ").append(LISTED);
            sums.append(" then array_agg(")
                    .append(listed)
                    .append("::numeric order by u.x, u.o) ")
                    .append(counts)
                    .append(" end");
        }
        return Sql.of(sums + " from (").add(units).add(") u " + condition + " group by 1 order by 1");
    }

    private static Aggregates read(ResultSet row, Period period) throws SQLException {
        int sums = 1 + MOMENTS.size() + EXTRAS;
        List<BigDecimal> values = new ArrayList<>(Aggregates.read(row, 2, sums).values());
        values.add(BigDecimal.valueOf(Years.of(period)));
        List<BigDecimal> x = numbers(row.getArray(2 + sums));
        List<BigDecimal> o = numbers(row.getArray(3 + sums));
        for (int i = 0; i < x.size(); i++) {
            values.add(x.get(i));
            values.add(o.get(i));
        }
        return new Aggregates(values);
    }

    private static List<BigDecimal> numbers(Array array) throws SQLException {
        return array == null ? List.of() : List.of((BigDecimal[]) array.getArray());
    }
}
