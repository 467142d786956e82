package io.rapport.metrics.email;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.business.Goal;
import io.rapport.metrics.metric.Measure;
import java.util.List;

/** Whether the recipient of a mailing reached a goal after a click in it. */
final class EmailConversion {
    private static final String AFTER_A_CLICK =
            "clicks is not null and exists (select 1 from customer_event g cross join unnest(f.clicks) c"
                    + " where g.business_id = f.business_id and g.customer_id = f.recipient and g.type = any (?)"
                    + " and g.occurred_at >= c and g.occurred_at <= c + ? * interval '24 hours')";

    private EmailConversion() {}

    /** @param name the id of a goal or a type of events; null for any of the business's goals */
    static Measure of(String name, Business business, int days) {
        String[] types = business.goals().stream()
                .filter(goal -> name == null || goal.id().equals(name))
                .map(Goal::eventType)
                .toArray(String[]::new);
        return measure(types.length == 0 ? new String[] {name} : types, days);
    }

    static Measure ofAnyGoal(int days) {
        return measure(new String[] {Goal.PURCHASE.eventType()}, days);
    }

    private static Measure measure(String[] types, int days) {
        return new Measure.Share(AFTER_A_CLICK, List.of(types, days));
    }
}
