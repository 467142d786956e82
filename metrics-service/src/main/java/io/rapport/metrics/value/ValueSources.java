package io.rapport.metrics.value;

import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.FactSource.Column;
import io.rapport.metrics.metric.MoneyFact;
import java.util.LinkedHashMap;
import java.util.Map;

/** The facts about money that metrics count, and what they can be broken down by. */
public final class ValueSources {
    public static final String PLAN = "plan";
    public static final String COHORT = "cohort";

    /** Purchases and refunds, those set aside too. */
    static final FactSource SALES = facts("type in ('purchase', 'refund')", sales(), true);

    /** Purchases that count, of known customers. */
    static final FactSource ORDERS =
            facts("type = 'purchase' and set_aside is null and customer_id is not null", sales(), true);

    /** All that tells whether customers stay. */
    public static final FactSource STAYING = facts("set_aside is null and customer_id is not null", staying(), true);

    /** The same by where customers came from; spend can't be told from one person to another. */
    public static final FactSource ACQUIRED =
            facts("type = 'purchase' and set_aside is null and customer_id is not null", acquired(), false);

    private ValueSources() {}

    /** The expression of a key for each row; without a dimension there is one for all. */
    public static String key(FactSource source, String dimension) {
        return dimension == null ? "null::text" : source.column(dimension).expression();
    }

    /** Rows that a statement finds itself, under the name {@code f}. */
    public static FactSource rows(Map<String, Column> dimensions, FactSource like) {
        return new FactSource(
                like.table(),
                like.time(),
                like.tieBreak(),
                like.condition(),
                dimensions,
                like.evidenceColumns(),
                like.evidence(),
                like.freshness(),
                like.ofPeople());
    }

    private static FactSource facts(String condition, Map<String, Column> dimensions, boolean ofPeople) {
        return new FactSource(
                "value_fact",
                "occurred_at",
                "seq",
                condition,
                dimensions,
                "",
                MoneyFact::read,
                FactSource.Freshness.WHEN_DERIVED,
                ofPeople);
    }

    private static Map<String, Column> sales() {
        Map<String, Column> dimensions =
                new LinkedHashMap<>(FactSource.columns("channel", "campaign", "location", "product"));
        dimensions.putAll(customers());
        return dimensions;
    }

    private static Map<String, Column> staying() {
        Map<String, Column> dimensions = new LinkedHashMap<>();
        dimensions.put(
                PLAN,
                Column.of("(select s.plan from customer_subscription s where s.business_id = f.business_id"
                        + " and s.subject = f.subject and s.began_at <= f.occurred_at order by s.span desc limit 1)"));
        dimensions.putAll(customers());
        return dimensions;
    }

    /** Where and when customers came. */
    private static Map<String, Column> customers() {
        Map<String, Column> dimensions = new LinkedHashMap<>();
        acquired().forEach((name, column) -> dimensions.put("acquisition_" + name, column));
        dimensions.put(COHORT, Column.of("cohort_of(f.business_id, f.customer_id)"));
        return dimensions;
    }

    private static Map<String, Column> acquired() {
        Map<String, Column> dimensions = new LinkedHashMap<>();
        dimensions.put("channel", Column.of("acquisition_channel(f.business_id, f.customer_id)"));
        dimensions.put("campaign", Column.of("acquisition_campaign(f.business_id, f.customer_id)"));
        return dimensions;
    }
}
