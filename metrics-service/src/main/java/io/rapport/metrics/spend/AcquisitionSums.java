package io.rapport.metrics.spend;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.metric.Aggregates;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.Period;
import io.rapport.metrics.metric.Scope;
import io.rapport.metrics.metric.SegmentFilter;
import io.rapport.metrics.metric.Selection;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.value.ValueSources;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was spent on being found, and who became a customer: of a statement that reaches beyond the period, as much as its days in
 * it are of all its days. {@link AcquisitionCost} reads the aggregates: new customers, minor
 * units spent, statements in a currency without a rate, and all statements.
 *
 * @param kind of spend; null for all
 */
public record AcquisitionSums(Scope scope, String kind) implements Selection {
    private static final int SCALE = 12;
    private static final FactSource SPEND =
            ValueSources.rows(FactSource.columns("channel", "campaign"), ValueSources.ACQUIRED);

    private record Statement(String key, LocalDate from, LocalDate to, Long minor) {

        /** How much of it lies in a period; null where none of it does. */
        BigDecimal within(Period period) {
            LocalDate first = from.isAfter(period.from()) ? from : period.from();
            LocalDate end = to.isBefore(period.to()) ? to : period.to();
            if (!first.isBefore(end)) {
                return null;
            }
            return minor == null
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(minor)
                            .multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(first, end)))
                            .divide(
                                    BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to)),
                                    SCALE,
                                    RoundingMode.HALF_EVEN);
        }
    }

    @Override
    public Aggregates total(Connection connection) throws SQLException {
        List<LocalDate> bounds = List.of(scope.period().from(), scope.period().to());
        return byInterval(connection, bounds).get(0);
    }

    @Override
    public Map<Integer, Aggregates> byInterval(Connection connection, List<LocalDate> bounds) throws SQLException {
        List<Statement> statements = statements(connection, null);
        Map<Integer, Long> joined = new LinkedHashMap<>();
        customers(
                        "width_bucket(f.joined_at, ?) - 1",
                        bounds.stream().map(scope.business()::start).toArray(Instant[]::new))
                .list(connection, row -> joined.put(row.getInt(1), row.getLong(2)));
        Map<Integer, Aggregates> found = new LinkedHashMap<>();
        for (int i = 0; i < bounds.size() - 1; i++) {
            found.put(i, sums(joined.getOrDefault(i, 0L), statements, new Period(bounds.get(i), bounds.get(i + 1))));
        }
        return found;
    }

    @Override
    public Map<String, Aggregates> byKey(Connection connection, String dimension, int most) throws SQLException {
        Map<String, Aggregates> all = all(connection, dimension);
        Map<String, Aggregates> found = new LinkedHashMap<>();
        all.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Aggregates> entry) ->
                                entry.getValue().values().getFirst())
                        .thenComparing(entry -> entry.getValue().values().get(1))
                        .reversed()
                        .thenComparing(Map.Entry::getKey, Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(most)
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    @Override
    public Aggregates others(Connection connection, String dimension, List<String> keys) throws SQLException {
        BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        all(connection, dimension).forEach((key, found) -> {
            for (int i = 0; !keys.contains(key) && i < sums.length; i++) {
                sums[i] = sums[i].add(found.values().get(i));
            }
        });
        return new Aggregates(List.of(sums));
    }

    private Map<String, Aggregates> all(Connection connection, String dimension) throws SQLException {
        Map<String, Long> joined = new LinkedHashMap<>();
        customers(ValueSources.key(ValueSources.ACQUIRED, dimension), null)
                .list(connection, row -> joined.put(row.getString(1), row.getLong(2)));
        List<Statement> statements = statements(connection, dimension);
        statements.forEach(statement -> joined.putIfAbsent(statement.key(), 0L));
        Map<String, Aggregates> found = new LinkedHashMap<>();
        joined.forEach((key, customers) -> found.put(
                key,
                sums(
                        customers,
                        statements.stream()
                                .filter(statement -> Objects.equals(statement.key(), key))
                                .toList(),
                        scope.period())));
        return found;
    }

    private static Aggregates sums(long customers, List<Statement> statements, Period period) {
        BigDecimal spent = BigDecimal.ZERO;
        long unconverted = 0;
        long said = 0;
        for (Statement statement : statements) {
            BigDecimal within = statement.within(period);
            spent = within == null ? spent : spent.add(within);
            unconverted += within != null && statement.minor() == null ? 1 : 0;
            said += within != null ? 1 : 0;
        }
        return new Aggregates(List.of(
                BigDecimal.valueOf(customers), spent, BigDecimal.valueOf(unconverted), BigDecimal.valueOf(said)));
    }

    private Sql customers(String key, Object keyed) {
        Sql sql = Sql.of(
                "select " + key + ", count(*) from (select c.*, null::text as visitor_id from customer_value c) f");
        if (keyed != null) {
            sql.with(keyed);
        }
        return sql.add(
                        "where f.business_id = ? and f.joined_at >= ? and f.joined_at < ?",
                        scope.business().id(),
                        scope.start(),
                        scope.end())
                .add(SegmentFilter.of(ValueSources.ACQUIRED, scope))
                .add("group by 1");
    }

    private List<Statement> statements(Connection connection, String dimension) throws SQLException {
        Business business = scope.business();
        Sql sql = Sql.of(
                "select " + (dimension == null ? "null::text" : "f." + dimension)
                        + " as key, f.from_day, f.to_day, f.amount_minor, f.currency from spend_current f"
                        + " where f.business_id = ? and f.from_day < ? and f.to_day > ?",
                business.id(),
                scope.period().to(),
                scope.period().from());
        if (kind != null) {
            sql.add("and f.kind = ?", kind);
        }
        return sql.add(SegmentFilter.of(SPEND, scope)).list(connection, row -> statement(row, business));
    }

    private static Statement statement(ResultSet row, Business business) throws SQLException {
        LocalDate from = row.getObject("from_day", LocalDate.class);
        return new Statement(
                row.getString("key"),
                from,
                row.getObject("to_day", LocalDate.class),
                business.rates().convert(row.getLong("amount_minor"), row.getString("currency"), from));
    }
}
