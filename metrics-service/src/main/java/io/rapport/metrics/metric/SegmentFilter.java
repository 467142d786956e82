package io.rapport.metrics.metric;

import io.rapport.metrics.segment.AsOf;
import io.rapport.metrics.segment.ConditionMembers;
import io.rapport.metrics.segment.Members;
import io.rapport.metrics.segment.Rule;
import io.rapport.metrics.sql.Sql;
import java.util.List;
import java.util.TreeSet;

/**
 * Turns a segment into a condition on the rows of a source, which the statement names {@code f}. Who is a member is seen from the
 * period's end.
 */
public final class SegmentFilter {
    private static final String CUSTOMER = "customer";

    private SegmentFilter() {}

    static boolean knows(FactSource source, Rule.Condition condition) {
        return source.ofPeople()
                        && (!(condition instanceof Rule.Known known)
                                || known.field().equals(CUSTOMER))
                || condition instanceof Rule.Known dimension
                        && source.dimensions().containsKey(dimension.field());
    }

    static String fields(FactSource source) {
        TreeSet<String> fields = new TreeSet<>(source.dimensions().keySet());
        if (!source.ofPeople()) {
            return String.join(", ", fields) + ", and know no persons";
        }
        fields.add(CUSTOMER);
        return String.join(", ", fields) + ", trait.<name> and did.<type of events>";
    }

    /** A condition that begins with {@code and}; empty where the segment is everything. */
    public static Sql of(FactSource source, Scope scope) {
        return scope.segment().isEverything()
                ? Sql.of("")
                : Sql.of("and").add(holds(source, scope.segment().rule(), scope.asOf()));
    }

    private static Sql holds(FactSource source, Rule rule, AsOf asOf) {
        return switch (rule) {
            case Rule.All all -> joined(source, all.rules(), "true", "and", asOf);
            case Rule.Any any -> joined(source, any.rules(), "false", "or", asOf);
            case Rule.Not not -> Sql.of("not").add(holds(source, not.rule(), asOf));
            case Rule.Saved saved -> members(Members.of(saved.rule(), asOf));
            case Rule.Named named -> throw new IllegalStateException(named.name() + " was never looked up");
            case Rule.Known known -> known(source, known);
            case Rule.Trait trait ->
                Sql.of(
                                "exists (select 1 from customer_trait t where t.business_id = f.business_id"
                                        + " and t.customer_id = f.customer_id and t.name = ? and",
                                trait.name())
                        .add(ConditionMembers.test(trait.test()))
                        .add(")");
            case Rule.Did did -> new BehaviourFilter(did, asOf).condition();
            case Rule.Condition condition -> members(ConditionMembers.of(condition, asOf));
        };
    }

    private static Sql joined(FactSource source, List<Rule> rules, String ofNone, String sign, AsOf asOf) {
        Sql joined = Sql.of("(" + ofNone);
        rules.forEach(rule -> joined.add(sign).add(holds(source, rule, asOf)));
        return joined.add(")");
    }

    private static Sql members(Sql customers) {
        return Sql.of("(f.customer_id is not null and f.customer_id in (")
                .add(customers)
                .add("))");
    }

    private static Sql known(FactSource source, Rule.Known known) {
        FactSource.Column column =
                known.field().equals(CUSTOMER) && !source.dimensions().containsKey(CUSTOMER)
                        ? FactSource.Column.of("f.customer_id")
                        : source.column(known.field());
        if (known.value().isEmpty()) {
            String expression = column.many() == null
                    ? column.expression()
                    : "nullif(array_to_string(" + column.many() + ", ''), '')";
            return Sql.of("coalesce(" + expression + ", '') = ''");
        }
        if (column.many() != null) {
            return Sql.of("coalesce(? = any (" + column.many() + "), false)", known.value());
        }
        return Sql.of("(" + column.expression() + " is not distinct from ?)", known.value());
    }
}
