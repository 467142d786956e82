package io.rapport.metrics.metric;

import io.rapport.metrics.segment.Segment;
import io.rapport.metrics.sql.Sql;

/**
 * Restricts rows to those whose customer (or visitor, where no customer is known) did something so often before the period's end.
 * Rows that know nobody are never among them. Who did it is found once for all rows.
 */
final class BehaviourFilter {
    private final Segment.Behaviour behaviour;
    private final Scope scope;

    BehaviourFilter(Segment.Behaviour behaviour, Scope scope) {
        this.behaviour = behaviour;
        this.scope = scope;
    }

    Sql condition() {
        long times = behaviour.times();
        return switch (behaviour.operator()) {
            case LEAST -> atLeast(times);
            case MORE -> atLeast(times + 1);
            case LESS -> fewerThan(times);
            case MOST -> fewerThan(times + 1);
            case EQUAL ->
                Sql.of("(")
                        .add(atLeast(times))
                        .add("and")
                        .add(fewerThan(times + 1))
                        .add(")");
            case DIFFERENT ->
                Sql.of("(")
                        .add(fewerThan(times))
                        .add("or")
                        .add(atLeast(times + 1))
                        .add(")");
        };
    }

    private Sql fewerThan(long times) {
        return Sql.of("(").add(somebody()).add("and not").add(atLeast(times)).add(")");
    }

    private Sql atLeast(long times) {
        if (times <= 0) {
            return somebody();
        }
        return Sql.of(
                        "(f.customer_id is not null and f.customer_id in (select b.customer_id from customer_event b where")
                .add(done())
                .add("group by 1 having count(*) >= ?)", times)
                .add("or f.customer_id is null and f.visitor_id is not null and f.visitor_id in"
                        + " (select b.visitor_id from event b where b.left_out is null and b.customer_id is null and")
                .add(done())
                .add("group by 1 having count(*) >= ?))", times);
    }

    private static Sql somebody() {
        return Sql.of("(f.customer_id is not null or f.visitor_id is not null)");
    }

    private Sql done() {
        Sql done = Sql.of(
                "b.business_id = ? and b.type = ? and b.occurred_at < ?",
                scope.business().id(),
                behaviour.type(),
                scope.end());
        if (behaviour.days() == null) {
            return done;
        }
        Period days = new Period(
                scope.period().to().minusDays(behaviour.days()), scope.period().to());
        return done.add("and b.occurred_at >= ?", days.start(scope.business().zone()));
    }
}
