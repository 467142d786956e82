package io.rapport.metrics.retention;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.math.Proportions;
import io.rapport.metrics.metric.AggregatedMetric;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.Figure;
import io.rapport.metrics.metric.MetricQuery;
import io.rapport.metrics.metric.Parameter;
import io.rapport.metrics.metric.Period;
import io.rapport.metrics.metric.WholeMetric;
import io.rapport.metrics.retention.CohortActivity.Pair;
import io.rapport.metrics.segment.Rule;
import io.rapport.metrics.segment.Segment;
import io.rapport.metrics.segment.Segments;
import io.rapport.metrics.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Of the customers whose first purchase fell into a month, the share that bought again so many months later; by contract, of those
 * whose first subscription began in it, the share that had one in that later month. Unit: ratio, 0 to 1, with Wilson's interval; month
 * 0 is 1 by definition. A month that isn't over yet is null with reason {@code immature}.
 */
@ApplicationScoped
class RetentionCohorts implements WholeMetric {
    private final Segments segments;

    RetentionCohorts(Segments segments) {
        this.segments = segments;
    }

    @Override
    public Description description() {
        return new Description(
                "retention_cohorts",
                "Retention by cohort",
                "Of the customers who bought for the first time in a month, how many bought again so many months later; or of"
                        + " those who first subscribed in it, how many still, or again, had a subscription then.",
                "matrix",
                "ratio",
                "higher",
                2);
    }

    @Override
    public FactSource source() {
        return CohortActivity.SOURCE;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Basis.PARAMETER);
    }

    @Override
    public List<String> breakdowns() {
        List<String> breakdowns = new ArrayList<>(CohortActivity.BREAKDOWNS);
        breakdowns.add(AggregatedMetric.SEGMENT);
        return breakdowns;
    }

    @Override
    public Figure figure(Connection connection, Business business, MetricQuery query, Instant asOf)
            throws SQLException {
        Basis basis = basis(connection, business, query);
        return matrices(connection, business, query, query.segment(), asOf, basis, null)
                .getOrDefault(null, empty(basis));
    }

    @Override
    public Map<String, Figure> breakdown(Connection connection, Business business, MetricQuery query, Instant asOf)
            throws SQLException {
        Basis basis = basis(connection, business, query);
        Map<String, Figure> found = new LinkedHashMap<>();
        String dimension = query.by().orElseThrow();
        if (dimension.equals(AggregatedMetric.SEGMENT)) {
            for (Rule.Saved saved : segments.all(business)) {
                Segment part = query.segment().and(saved);
                found.put(
                        saved.name(),
                        matrices(connection, business, query, part, asOf, basis, null)
                                .getOrDefault(null, empty(basis)));
            }
            return found;
        }
        matrices(connection, business, query, query.segment(), asOf, basis, dimension).entrySet().stream()
                .filter(entry -> entry.getValue().n() > 0)
                .sorted(Comparator.comparingLong(entry -> -entry.getValue().n()))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** What was asked for; without that, subscriptions where nothing was ever bought otherwise. */
    private static Basis basis(Connection connection, Business business, MetricQuery query) throws SQLException {
        String given = query.arguments().get(Basis.NAME);
        boolean orders = given == null
                && !Sql.of(
                                "select 1 from customer_value where business_id = ? and last_order_at is not null limit 1",
                                business.id())
                        .list(connection, row -> true)
                        .isEmpty();
        return orders ? Basis.INACTIVITY : Basis.of(given, connection, business);
    }

    private static Map<String, Figure> matrices(
            Connection connection,
            Business business,
            MetricQuery query,
            Segment segment,
            Instant asOf,
            Basis basis,
            String dimension)
            throws SQLException {
        List<YearMonth> months = months(query.period(), LocalDate.ofInstant(asOf, business.zone()));
        Instant[] starts =
                months.stream().map(month -> business.start(month.atDay(1))).toArray(Instant[]::new);
        Map<String, Figure> found = new LinkedHashMap<>();
        new CohortActivity(business, query, segment, asOf, starts)
                .by(connection, basis, dimension)
                .forEach((key, active) ->
                        found.put(key, new Cohorts(business, query, asOf, months, active).matrix(basis)));
        return found;
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

    private static Figure empty(Basis basis) {
        return new Figure.Matrix(List.of(), 0, Figure.LOW, Figure.NO_DATA, basis.text());
    }

    /** @param active how many of those who began in a month were active in it, and in each later one */
    private record Cohorts(
            Business business, MetricQuery query, Instant asOf, List<YearMonth> months, Map<Pair, Long> active) {

        Figure matrix(Basis basis) {
            List<Figure.Row> rows = new ArrayList<>();
            long customers = 0;
            for (int cohort = 1; cohort <= months.size(); cohort++) {
                YearMonth month = months.get(cohort - 1);
                long size = active.getOrDefault(new Pair(cohort, cohort), 0L);
                if (size > 0 && month.atDay(1).isBefore(query.period().to())) {
                    rows.add(new Figure.Row(month.toString(), size, cells(cohort, size)));
                    customers += size;
                }
            }
            return new Figure.Matrix(
                    rows,
                    customers,
                    Figure.reliability(customers),
                    rows.isEmpty() ? Figure.NO_DATA : null,
                    basis.text());
        }

        private List<Figure.Cell> cells(int cohort, long size) {
            List<Figure.Cell> cells = new ArrayList<>();
            for (int month = cohort; month <= months.size(); month++) {
                int offset = month - cohort;
                if (offset > 0 && isImmature(months.get(month - 1))) {
                    cells.add(new Figure.Cell(offset, null, size, null, Figure.Cell.IMMATURE));
                } else {
                    long again = active.getOrDefault(new Pair(cohort, month), 0L);
                    cells.add(new Figure.Cell(
                            offset, (double) again / size, size, Proportions.wilson(again, size, query.level()), null));
                }
            }
            return cells;
        }

        private boolean isImmature(YearMonth month) {
            return business.start(month.plusMonths(1).atDay(1)).isAfter(asOf);
        }
    }
}
