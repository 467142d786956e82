package io.rapport.metrics.metric;

import io.rapport.metrics.segment.Segment;
import io.rapport.metrics.sql.Sql;
import java.util.List;
import java.util.TreeSet;

/** Turns a segment into a condition on the rows of a source, which the statement names {@code f}. */
public final class SegmentFilter {
    private static final String CUSTOMER = "customer";

    private SegmentFilter() {}

    static boolean knows(FactSource source, String field) {
        return field.startsWith("trait.")
                || field.equals(CUSTOMER)
                || source.dimensions().containsKey(field);
    }

    static String fields(FactSource source) {
        TreeSet<String> fields = new TreeSet<>(source.dimensions().keySet());
        fields.add(CUSTOMER);
        return String.join(", ", fields) + " and trait.<name>";
    }

    /** Conditions that each begin with {@code and}. */
    public static Sql of(FactSource source, Segment segment) {
        Sql filter = Sql.of("");
        for (List<Segment.Condition> group : segment.groups()) {
            filter.add("and (false");
            group.forEach(condition -> filter.add("or").add(condition(source, condition)));
            filter.add(")");
        }
        return filter;
    }

    private static Sql condition(FactSource source, Segment.Condition condition) {
        if (condition.isTrait()) {
            return Sql.of(
                    (condition.equal() ? "" : "not ") + "exists (select 1 from customer_trait t"
                            + " where t.business_id = f.business_id and t.customer_id = f.customer_id"
                            + " and t.name = ? and t.value = ?)",
                    condition.trait(),
                    condition.value());
        }
        FactSource.Column column = condition.field().equals(CUSTOMER)
                ? FactSource.Column.of("f.customer_id")
                : source.column(condition.field());
        if (column.many() != null) {
            return Sql.of((condition.equal() ? "" : "not ") + "? = any (" + column.many() + ")", condition.value());
        }
        return Sql.of(
                column.expression() + (condition.equal() ? " is not distinct from ?" : " is distinct from ?"),
                condition.value());
    }
}
