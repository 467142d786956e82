package io.rapport.metrics.metric;

import io.rapport.metrics.segment.AsOf;
import io.rapport.metrics.segment.ConditionMembers;
import io.rapport.metrics.segment.Rule;
import io.rapport.metrics.segment.Times;
import io.rapport.metrics.sql.Sql;

/**
 * Restricts rows to those whose customer (or visitor, where no customer is known) did something so often before the period's end.
 * Rows that know nobody are never among them. Who did it is found once for all rows.
 */
final class BehaviourFilter {
    private final Rule.Did did;
    private final AsOf asOf;

    BehaviourFilter(Rule.Did did, AsOf asOf) {
        this.did = did;
        this.asOf = asOf;
    }

    Sql condition() {
        Times times = did.times();
        if (!times.holdsOfNever()) {
            return doers();
        }
        Sql somebody = Sql.of("((f.customer_id is not null or f.visitor_id is not null)");
        return times.most() == null
                ? somebody.add(")")
                : somebody.add("and not").add(doers()).add(")");
    }

    /** Of whom the condition holds, or where it holds of who never did it, of whom it doesn't. */
    private Sql doers() {
        Sql having = did.times().having("count(*)");
        return Sql.of("(f.customer_id is not null and f.customer_id in (")
                .add(ConditionMembers.of(did, asOf))
                .add(") or f.customer_id is null and f.visitor_id is not null and f.visitor_id in"
                        + " (select b.visitor_id from event b where b.left_out is null and b.customer_id is null and")
                .add(ConditionMembers.done(did, asOf))
                .add("group by 1 having")
                .add(having)
                .add("))");
    }
}
