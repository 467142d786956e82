package io.rapport.metrics.metric;

import io.rapport.metrics.segment.Segment;
import io.rapport.metrics.sql.Sql;
import java.util.List;
import java.util.TreeSet;

/** Turns a segment into a condition on the rows of a source, which the statement names {@code f}. */
public final class SegmentFilter {
    private static final String CUSTOMER = "customer";

    private SegmentFilter() {}

    static boolean knows(FactSource source, Segment.Condition condition) {
        return switch (condition) {
            case Segment.Known known ->
                source.dimensions().containsKey(known.field())
                        || source.ofPeople() && known.field().equals(CUSTOMER);
            case Segment.Trait trait -> source.ofPeople();
            case Segment.NumericTrait trait -> source.ofPeople();
            case Segment.Behaviour behaviour -> source.ofPeople();
        };
    }

    static String fields(FactSource source) {
        TreeSet<String> fields = new TreeSet<>(source.dimensions().keySet());
        if (!source.ofPeople()) {
            return String.join(", ", fields) + ", and know no persons";
        }
        fields.add(CUSTOMER);
        return String.join(", ", fields) + ", trait.<name> and did.<type of events>";
    }

    /** Conditions that each begin with {@code and}. */
    public static Sql of(FactSource source, Scope scope) {
        Sql filter = Sql.of("");
        for (List<Segment.Condition> group : scope.segment().groups()) {
            filter.add("and (false");
            group.forEach(condition -> filter.add("or").add(condition(source, condition, scope)));
            filter.add(")");
        }
        return filter;
    }

    private static Sql condition(FactSource source, Segment.Condition condition, Scope scope) {
        return switch (condition) {
            case Segment.Known known -> known(source, known);
            case Segment.Trait trait
            when trait.value().isEmpty() ->
                traits(trait.equal(), Sql.of("and t.name = ? and t.value <> ''", trait.name()));
            case Segment.Trait trait ->
                traits(!trait.equal(), Sql.of("and t.name = ? and t.value = ?", trait.name(), trait.value()));
            case Segment.NumericTrait trait ->
                traits(
                        false,
                        Sql.of(
                                "and t.name = ? and case when t.value ~ '^-?[0-9]{1,40}(\\.[0-9]{1,40})?$'"
                                        + " then t.value::numeric "
                                        + trait.operator().sql() + " ? else false end",
                                trait.name(),
                                trait.value()));
            case Segment.Behaviour behaviour -> new BehaviourFilter(behaviour, scope).condition();
        };
    }

    private static Sql traits(boolean without, Sql which) {
        return Sql.of((without ? "not " : "") + "exists (select 1 from customer_trait t"
                        + " where t.business_id = f.business_id and t.customer_id = f.customer_id")
                .add(which)
                .add(")");
    }

    private static Sql known(FactSource source, Segment.Known known) {
        FactSource.Column column =
                known.field().equals(CUSTOMER) && !source.dimensions().containsKey(CUSTOMER)
                        ? FactSource.Column.of("f.customer_id")
                        : source.column(known.field());
        if (known.value().isEmpty()) {
            String expression = column.many() == null
                    ? column.expression()
                    : "nullif(array_to_string(" + column.many() + ", ''), '')";
            return Sql.of("coalesce(" + expression + ", '') " + (known.equal() ? "= ''" : "<> ''"));
        }
        if (column.many() != null) {
            return Sql.of((known.equal() ? "" : "not ") + "? = any (" + column.many() + ")", known.value());
        }
        return Sql.of(
                column.expression() + (known.equal() ? " is not distinct from ?" : " is distinct from ?"),
                known.value());
    }
}
