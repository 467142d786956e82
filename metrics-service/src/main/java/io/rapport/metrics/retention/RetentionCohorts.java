package io.rapport.metrics.retention;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.math.Proportions;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.Figure;
import io.rapport.metrics.metric.MetricQuery;
import io.rapport.metrics.metric.Period;
import io.rapport.metrics.metric.WholeMetric;
import io.rapport.metrics.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Of the customers whose first purchase fell into a month, the share that bought again so many months later. Unit: ratio, 0 to
 * 1, with Wilson's interval; month 0 is 1 by definition. A month that isn't over yet is null with reason {@code immature}.
 */
@ApplicationScoped
class RetentionCohorts implements WholeMetric {

    @Override
    public Description description() {
        return new Description(
                "retention_cohorts",
                "Retention by cohort",
                "Of the customers who bought for the first time in a month, how many bought again so many months later.",
                "matrix",
                "ratio",
                "higher",
                1);
    }

    @Override
    public FactSource source() {
        return Purchases.SOURCE;
    }

    @Override
    public Figure figure(Connection connection, Business business, MetricQuery query, Instant asOf)
            throws SQLException {
        List<YearMonth> months = months(query.period(), LocalDate.ofInstant(asOf, business.zone()));
        Map<Pair, Long> buyers = buyers(connection, business, query, asOf, months);
        List<Figure.Row> rows = new ArrayList<>();
        long customers = 0;
        for (int cohort = 1; cohort <= months.size(); cohort++) {
            YearMonth month = months.get(cohort - 1);
            long size = buyers.getOrDefault(new Pair(cohort, cohort), 0L);
            if (size > 0 && month.atDay(1).isBefore(query.period().to())) {
                rows.add(new Figure.Row(
                        month.toString(), size, cells(cohort, size, months, buyers, asOf, business, query)));
                customers += size;
            }
        }
        return new Figure.Matrix(
                rows, customers, Figure.reliability(customers), rows.isEmpty() ? Figure.NO_DATA : null);
    }

    /** The months from the period's first to the current one, which may not be over. */
    private static List<YearMonth> months(Period period, LocalDate today) {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(period.from());
                !month.isAfter(YearMonth.from(today));
                month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    /** How many customers of each first month bought in each month, by the numbers of the months from 1. */
    private static Map<Pair, Long> buyers(
            Connection connection, Business business, MetricQuery query, Instant asOf, List<YearMonth> months)
            throws SQLException {
        Instant[] starts = months.stream()
                .map(month -> month.atDay(1).atStartOfDay(business.zone()).toInstant())
                .toArray(Instant[]::new);
        Map<Pair, Long> buyers = new HashMap<>();
        if (starts.length > 0) {
            Sql.of(
                            "select first, month, count(*) from (select customer_id, month,"
                                    + " min(month) over (partition by customer_id) as first"
                                    + " from (select distinct f.customer_id, width_bucket(f.occurred_at, ?) as month",
                            (Object) starts)
                    .add(Purchases.until(asOf, business, query))
                    .add(") bought) cohorts where first > 0 group by first, month")
                    .list(connection, row -> buyers.put(new Pair(row.getInt(1), row.getInt(2)), row.getLong(3)));
        }
        return buyers;
    }

    private static List<Figure.Cell> cells(
            int cohort,
            long size,
            List<YearMonth> months,
            Map<Pair, Long> buyers,
            Instant asOf,
            Business business,
            MetricQuery query) {
        List<Figure.Cell> cells = new ArrayList<>();
        for (int month = cohort; month <= months.size(); month++) {
            int offset = month - cohort;
            Instant end = months.get(month - 1)
                    .plusMonths(1)
                    .atDay(1)
                    .atStartOfDay(business.zone())
                    .toInstant();
            if (offset > 0 && end.isAfter(asOf)) {
                cells.add(new Figure.Cell(offset, null, size, null, Figure.Cell.IMMATURE));
            } else {
                long again = buyers.getOrDefault(new Pair(cohort, month), 0L);
                cells.add(new Figure.Cell(
                        offset, (double) again / size, size, Proportions.wilson(again, size, query.level()), null));
            }
        }
        return cells;
    }

    private record Pair(int first, int month) {}
}
