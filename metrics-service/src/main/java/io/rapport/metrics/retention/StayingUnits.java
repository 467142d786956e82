package io.rapport.metrics.retention;

import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.FactSource.Column;
import io.rapport.metrics.metric.Scope;
import io.rapport.metrics.metric.SegmentFilter;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.value.UnitSums;
import io.rapport.metrics.value.ValueSources;
import java.util.LinkedHashMap;
import java.util.Map;

/** Customers who were there at the beginning of a span, and what became of them by its end. */
public final class StayingUnits {
    /** Of a span that isn't over yet, what is known by now. */
    private static final String KNOWN_AT_END = "least(p.until_known, now() - make_interval(days => ?))";

    /** What a subscription brought in at the start is known, and what follows it too. */
    private static final String PRICED = "f.annual_minor is not null and not f.unpriced";

    private StayingUnits() {}

    /**
     * Of each customer who was active at the start, whether they had stopped at the end; e1 is 1 by contract.
     *
     * @param basis null where the business's own facts are to say
     */
    public static UnitSums stopped(FactSource source, String basis, Scope scope) {
        return new UnitSums(
                scope, (connection, of, spans, dimension) -> switch (Basis.of(basis, connection, of.business())) {
                    case CONTRACTUAL -> cancelled(source, of, spans, dimension);
                    case INACTIVITY -> inactive(source, of, spans, dimension);
                });
    }

    /**
     * Of each customer with a subscription at the start, what it brought in a year then (o), and how much of that was lost by the end
     * (x; e1 without what others of the customer's gained, e2 with that). e3 are those whose price isn't known.
     */
    public static UnitSums lost(FactSource source, boolean net, Scope scope) {
        return new UnitSums(
                scope,
                (connection, of, spans, dimension) -> lost(source, net ? "u.net" : "u.gross", of, spans, dimension));
    }

    /** Of each customer with a subscription at the start, what it brought in a year then. */
    public static UnitSums recurring(FactSource source, Scope scope) {
        return new UnitSums(scope, (connection, of, spans, dimension) -> Sql.of(
                        "select u.i, u.key, u.yearly as x, 1 as o, 0 as e1, 0 as e2, 0 as e3 from (")
                .add(subscribed(source, of, spans, dimension))
                .add(") u where u.yearly is not null"));
    }

    private static Sql cancelled(FactSource source, Scope scope, Sql spans, String dimension) {
        return Sql.of(
                        "select u.i, u.key, case when u.stays then 0 else 1 end as x, 1 as o, 1 as e1, 0 as e2, 0 as e3 from (")
                .add(subscribed(source, scope, spans, dimension))
                .add(") u");
    }

    private static Sql lost(FactSource source, String lost, Scope scope, Sql spans, String dimension) {
        return Sql.of("select u.i, u.key, coalesce(" + lost + ", 0) as x, coalesce(u.before, 0) as o,"
                        + " coalesce(u.gross, 0) as e1, coalesce(u.net, 0) as e2, (u.before is null)::int as e3 from"
                        + " (select s.*, greatest(s.before - s.after, 0) as gross, s.before - s.after as net from (")
                .add(subscribed(source, scope, spans, dimension))
                .add(") s) u");
    }

    /**
     * Whoever had a subscription at the start: {@code yearly} is what theirs brought in a year then, {@code before} what those did of
     * which both that and what follows is known, and {@code after} what became of these.
     */
    private static Sql subscribed(FactSource source, Scope scope, Sql spans, String dimension) {
        FactSource rows = subscriptions(source);
        return Sql.of("select f.i, " + ValueSources.key(rows, dimension) + " as key, sum(f.annual_minor) as yearly,"
                        + " sum(f.annual_minor) filter (where " + PRICED + ") as before, bool_or(f.stays) as stays,"
                        + " coalesce(sum(f.after) filter (where " + PRICED + "), 0) as after from (")
                .add(followed(scope, spans))
                .add(") f where true")
                .add(SegmentFilter.of(rows, scope))
                .add("group by 1, 2, f.customer_id");
    }

    /**
     * Each subscription of the start with what follows it, so that nobody's money is told of two plans: what it runs at itself in the
     * end, and what the same customer has begun since, which follows the one that had its plan, or else the one that brought in the most.
     */
    private static Sql followed(Scope scope, Sql spans) {
        String largest = "first_value(case when m.early then s.subject end) over (partition by p.i, s.customer_id%s"
                + " order by m.early desc, s.annual_minor desc nulls last, s.subject)";
        return Sql.of("select r.i, r.business_id, r.customer_id, null::text as visitor_id,"
                        + " max(r.plan) filter (where r.early) as plan, max(r.annual_minor) filter (where r.early) as annual_minor,"
                        + " bool_or(not r.early) as stays, sum(r.annual_minor) filter (where not r.early) as after,"
                        + " coalesce(bool_or(r.annual_minor is null) filter (where not r.early), false) as unpriced from ("
                        + "select p.i, m.early, s.*, case when bool_or(m.early) over (partition by p.i, s.subject) then s.subject"
                        + " else coalesce(" + largest.formatted(", s.plan") + ", " + largest.formatted("")
                        + ") end as follows from")
                .add(spans)
                .add(
                        "cross join (values (true), (false)) m (early) join customer_subscription s on s.business_id = ?"
                                + " and s.customer_id is not null and s.began_at < case when m.early then p.since else p.until end"
                                + " and (s.ended_at is null or s.ended_at >= case when m.early then p.since else p.until end)) r"
                                + " where r.follows is not null group by r.i, r.business_id, r.customer_id, r.follows",
                        scope.business().id());
    }

    /** Whoever had ordered lately at the start, and whether they hadn't at the end. */
    private static Sql inactive(FactSource source, Scope scope, Sql spans, String dimension) {
        int days = scope.business().inactivityDays();
        return Sql.of("select p.i, " + ValueSources.key(source, dimension) + " as key,"
                        + " case when exists (select from value_fact o where o.business_id = f.business_id"
                        + " and o.customer_id = f.customer_id and o.type = 'purchase' and o.set_aside is null"
                        + " and o.occurred_at >= min(" + KNOWN_AT_END
                        + ") and o.occurred_at < max(p.until)) then 0 else 1 end"
                        + " as x, 1 as o, 0 as e1, 0 as e2, 0 as e3 from")
                .with(days)
                .add(spans)
                .add(
                        "join value_fact f on f.business_id = ? and f.type = 'purchase' and f.set_aside is null"
                                + " and f.customer_id is not null and f.occurred_at >= p.since_known and f.occurred_at < p.since"
                                + " where true",
                        scope.business().id())
                .add(SegmentFilter.of(source, scope))
                .add("group by 1, 2, f.business_id, f.customer_id");
    }

    /** The same dimensions of the rows of subscriptions. */
    public static FactSource subscriptions(FactSource source) {
        Map<String, Column> dimensions = new LinkedHashMap<>(source.dimensions());
        dimensions.replace(ValueSources.PLAN, Column.of("f.plan"));
        return ValueSources.rows(dimensions, source);
    }
}
