package io.rapport.metrics.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.rapport.metrics.business.Business;
import io.rapport.metrics.metric.MetricResult.BreakdownElement;
import io.rapport.metrics.metric.MetricResult.Change;
import io.rapport.metrics.metric.MetricResult.MetricName;
import io.rapport.metrics.metric.MetricResult.SeriesElement;
import io.rapport.metrics.metric.MetricResult.Total;
import io.rapport.metrics.rollup.Derivation;
import io.rapport.metrics.segment.Memberships;
import io.rapport.metrics.segment.Rule;
import io.rapport.metrics.segment.Segments;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers questions about metrics from the facts and what is derived from them. */
@ApplicationScoped
public class MetricEngine {
    private static final int MOST_KEYS = 1_000;

    private final Transactions transactions;
    private final Derivation derivation;
    private final Segments segments;
    private final Clock clock;
    private final MeterRegistry meters;

    MetricEngine(
            Transactions transactions, Derivation derivation, Segments segments, Clock clock, MeterRegistry meters) {
        this.transactions = transactions;
        this.derivation = derivation;
        this.segments = segments;
        this.clock = clock;
        this.meters = meters;
    }

    public MetricResult answer(Business business, MetricQuery query) {
        return meters.timer(
                        "rapport.metrics.questions",
                        "shape",
                        query.metric().description().shape())
                .record(() -> find(business, query));
    }

    private MetricResult find(Business business, MetricQuery query) {
        if (query.restsOnDerived()) {
            derivation.catchUp(business.id());
        }
        return transactions.call(connection -> {
            // Before the first row is read: whatever was acknowledged until now is seen.
            Instant asOf = asOf(connection, business, query.metric().source());
            if (!query.segment().isEverything() || query.isBySegment()) {
                Memberships.roomy(connection);
            }
            return switch (query.metric()) {
                case AggregatedMetric metric -> aggregated(connection, metric.at(query.level()), business, query, asOf);
                case ParameterizedMetric metric ->
                    throw new IllegalStateException(metric.description().id() + " was asked without its parameters");
                case WholeMetric metric ->
                    result(
                            business,
                            query,
                            new Total(whole(connection, metric, business, query, asOf), null),
                            null,
                            parts(connection, metric, business, query, asOf),
                            asOf);
            };
        });
    }

    private static Figure whole(
            Connection connection, WholeMetric metric, Business business, MetricQuery query, Instant asOf)
            throws SQLException {
        return Removed.has(metric, new Scope(business, query.segment(), query.period()))
                ? Removed.figure(metric)
                : metric.figure(connection, business, query, asOf);
    }

    private static List<BreakdownElement> parts(
            Connection connection, WholeMetric metric, Business business, MetricQuery query, Instant asOf)
            throws SQLException {
        if (!metric.isBrokenDown(query)) {
            return null;
        }
        List<BreakdownElement> breakdown = new ArrayList<>();
        if (!Removed.has(metric, new Scope(business, query.segment(), query.period()))) {
            metric.breakdown(connection, business, query, asOf)
                    .forEach((key, figure) ->
                            breakdown.add(new BreakdownElement(key == null ? "(none)" : key, figure, null)));
        }
        return breakdown.size() > MOST_KEYS ? breakdown.subList(0, MOST_KEYS) : breakdown;
    }

    private MetricResult aggregated(
            Connection connection, AggregatedMetric metric, Business business, MetricQuery query, Instant asOf)
            throws SQLException {
        Scope scope = new Scope(business, query.segment(), query.period());
        Selection facts = Selection.of(metric, scope);
        List<SeriesElement> series =
                query.interval().isEmpty() ? null : series(connection, facts, metric, business, query);
        if (Removed.has(metric, scope)) {
            Change none = query.compare().isEmpty()
                    ? null
                    : unknown(query.compare().get().of(query.period()));
            return result(
                    business,
                    query,
                    new Total(Removed.figure(metric), none),
                    series,
                    query.by().isEmpty() ? null : List.of(),
                    asOf);
        }
        Selection.Parted found = parted(connection, facts, query);
        return result(
                business,
                query,
                new Total(
                        metric.measure().figure(found.total(), query.level()),
                        change(connection, metric, business, query, found.total())),
                series,
                breakdown(connection, facts, found, metric, scope, query),
                asOf);
    }

    /** By segment each part is a question of its own. */
    private static Selection.Parted parted(Connection connection, Selection facts, MetricQuery query)
            throws SQLException {
        return query.by().isEmpty() || query.isBySegment()
                ? new Selection.Parted(facts.total(connection), Map.of())
                : facts.parted(connection, query.by().get(), MOST_KEYS + 1);
    }

    private List<BreakdownElement> breakdown(
            Connection connection,
            Selection facts,
            Selection.Parted found,
            AggregatedMetric metric,
            Scope scope,
            MetricQuery query)
            throws SQLException {
        if (query.by().isEmpty()) {
            return null;
        }
        return query.isBySegment()
                ? bySegment(connection, metric, scope, query)
                : byKey(connection, facts, found.byKey(), metric, query);
    }

    private List<BreakdownElement> bySegment(
            Connection connection, AggregatedMetric metric, Scope scope, MetricQuery query) throws SQLException {
        List<BreakdownElement> breakdown = new ArrayList<>();
        for (Rule.Saved segment : segments.all(scope.business())) {
            Scope part = new Scope(scope.business(), scope.segment().and(segment), scope.period());
            breakdown.add(
                    element(segment.name(), metric, Selection.of(metric, part).total(connection), query));
        }
        return breakdown;
    }

    private static MetricResult result(
            Business business,
            MetricQuery query,
            Total total,
            List<SeriesElement> series,
            List<BreakdownElement> breakdown,
            Instant asOf) {
        return new MetricResult(
                MetricName.of(query.metric().description()),
                query.period().from(),
                query.period().to(),
                total,
                series,
                breakdown,
                asOf,
                Removed.keptFrom(query.metric(), new Scope(business, query.segment(), query.period())),
                EvidenceLink.of(query));
    }

    private static Change change(
            Connection connection, AggregatedMetric metric, Business business, MetricQuery query, Aggregates now)
            throws SQLException {
        if (query.compare().isEmpty()) {
            return null;
        }
        Period period = query.compare().get().of(query.period());
        Scope then = new Scope(business, query.segment(), period);
        if (Removed.has(metric, then)) {
            return unknown(period);
        }
        Aggregates before = Selection.of(metric, then).total(connection);
        return Changes.between(metric.measure(), now, before, period, query.level());
    }

    private static Change unknown(Period period) {
        return new Change(period.from(), period.to(), null, null, null, null);
    }

    private static List<SeriesElement> series(
            Connection connection, Selection facts, AggregatedMetric metric, Business business, MetricQuery query)
            throws SQLException {
        List<LocalDate> bounds = query.interval().orElseThrow().bounds(query.period(), business.weekStart());
        Map<Integer, Aggregates> found = facts.byInterval(connection, bounds);
        Aggregates none = Aggregates.none(metric.measure().aggregates().size());
        List<SeriesElement> series = new ArrayList<>();
        for (int i = 0; i < bounds.size() - 1; i++) {
            Scope interval = new Scope(business, query.segment(), new Period(bounds.get(i), bounds.get(i + 1)));
            Figure figure = Removed.has(metric, interval)
                    ? Removed.figure(metric)
                    : metric.measure().figure(found.getOrDefault(i, none), query.level());
            series.add(new SeriesElement(bounds.get(i), bounds.get(i + 1), figure, null));
        }
        return series;
    }

    private static List<BreakdownElement> byKey(
            Connection connection,
            Selection facts,
            Map<String, Aggregates> found,
            AggregatedMetric metric,
            MetricQuery query)
            throws SQLException {
        List<String> keys = new ArrayList<>(found.keySet());
        boolean more = keys.size() > MOST_KEYS;
        if (more) {
            keys.removeLast();
        }
        List<BreakdownElement> breakdown = new ArrayList<>();
        for (String key : keys) {
            breakdown.add(element(key == null ? "(none)" : key, metric, found.get(key), query));
        }
        if (more) {
            breakdown.add(element(
                    "(other)", metric, facts.others(connection, query.by().orElseThrow(), keys), query));
        }
        return breakdown;
    }

    private static BreakdownElement element(String key, AggregatedMetric metric, Aggregates found, MetricQuery query) {
        return new BreakdownElement(key, metric.measure().figure(found, query.level()), null);
    }

    /** Up to which moment every fact of the source that was acknowledged is counted. */
    private Instant asOf(Connection connection, Business business, FactSource source) throws SQLException {
        Instant now = clock.instant();
        Instant known =
                switch (source.freshness()) {
                    case AT_ONCE -> now;
                    case WHEN_DERIVED ->
                        Derivation.oldest(connection, business.id()).orElse(now);
                    case WHEN_TOLD ->
                        Sql.of("select up_to from feedback_watermark")
                                .list(connection, row -> Sql.instant(row, "up_to"))
                                .getFirst();
                };
        return known.isBefore(now) ? known : now;
    }
}
