package io.rapport.metrics.retention;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.MetricQuery;
import io.rapport.metrics.metric.Scope;
import io.rapport.metrics.metric.SegmentFilter;
import io.rapport.metrics.segment.Segment;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.value.ValueSources;
import io.rapport.models.survival.Lifetime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long customers stayed who came in the period, in days, seen until its last day, or until now if that is sooner. Without a
 * contract one is lost when the business's days of inactivity after the last order have gone by.
 */
final class Lifetimes {
    private final Business business;
    private final MetricQuery query;
    private final Segment segment;
    private final Instant end;
    private final LocalDate lastDay;

    /** @param segment whose lifetimes */
    Lifetimes(Business business, MetricQuery query, Segment segment, Instant asOf) {
        this.business = business;
        this.query = query;
        this.segment = segment;
        Instant over = query.period().end(business.zone());
        this.end = over.isBefore(asOf) ? over : asOf;
        this.lastDay = LocalDate.ofInstant(end.minusNanos(1_000), business.zone());
    }

    private record Row(String key, Lifetime lifetime) {}

    /** By the keys of a dimension, the largest first; without one there is one key, null. */
    Map<String, List<Lifetime>> by(Connection connection, Basis basis, String dimension) throws SQLException {
        Sql sql = basis == Basis.CONTRACTUAL ? subscriptions(dimension) : orders(dimension);
        Map<String, List<Lifetime>> found = new LinkedHashMap<>();
        for (Row row : sql.list(connection, row -> read(row, basis))) {
            found.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row.lifetime());
        }
        Map<String, List<Lifetime>> ordered = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted((one, other) -> other.getValue().size() - one.getValue().size())
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    private Sql orders(String dimension) {
        FactSource source = ValueSources.STAYING;
        return Sql.of(
                        "select min(" + ValueSources.key(source, dimension)
                                + ") as key, min(f.occurred_at) as began, max(f.occurred_at) as ended from value_fact f"
                                + " where f.business_id = ? and f.type = 'purchase' and f.set_aside is null"
                                + " and f.customer_id is not null and f.occurred_at < ?",
                        business.id(),
                        end)
                .add(SegmentFilter.of(source, scope()))
                .add("group by f.customer_id")
                .add(inPeriod("min(f.occurred_at)"));
    }

    private Sql subscriptions(String dimension) {
        FactSource source = StayingUnits.subscriptions(ValueSources.STAYING);
        String key = ValueSources.PLAN.equals(dimension)
                ? "(array_agg(f.plan order by f.began_at, f.subject, f.span))[1]"
                : "min(" + ValueSources.key(source, dimension) + ")";
        return Sql.of(
                        "select " + key + " as key, min(f.began_at) as began,"
                                + " case when bool_or(f.ended_at is null or f.ended_at >= ?) then null else max(f.ended_at) end"
                                + " as ended from (select s.*, null::text as visitor_id from customer_subscription s) f"
                                + " where f.business_id = ? and f.customer_id is not null and f.began_at < ?",
                        end,
                        business.id(),
                        end)
                .add(SegmentFilter.of(source, scope()))
                .add("group by f.customer_id")
                .add(inPeriod("min(f.began_at)"));
    }

    private Sql inPeriod(String first) {
        return Sql.of(
                "having " + first + " >= ? and " + first + " < ? order by 2, 3",
                query.period().start(business.zone()),
                query.period().end(business.zone()));
    }

    private Row read(ResultSet row, Basis basis) throws SQLException {
        LocalDate began = day(Sql.instant(row, "began"));
        Instant ended = Sql.instant(row, "ended");
        LocalDate lost = null;
        if (ended != null) {
            lost = basis == Basis.CONTRACTUAL ? day(ended) : day(ended).plusDays(business.inactivityDays());
        }
        boolean isLost = lost != null && !lost.isAfter(lastDay);
        LocalDate until = isLost ? lost : lastDay.isBefore(began) ? began : lastDay;
        return new Row(row.getString("key"), new Lifetime(ChronoUnit.DAYS.between(began, until), isLost));
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, business.zone());
    }

    private Scope scope() {
        return new Scope(business, segment, query.period());
    }
}
