package io.rapport.metrics.segment;

import io.rapport.metrics.sql.Sql;
import java.math.BigDecimal;

/** Selects the customers whose orders are as a condition asks, from the orders and refunds that count. */
final class BoughtMembers {
    private static final String ORDERS = "count(*) filter (where v.type = 'purchase')";
    private static final String REVENUE =
            "sum(case v.type when 'purchase' then v.amount_minor else -v.amount_minor end)";
    private static final String PRICED = "count(v.amount_minor) filter (where v.type = 'purchase')";

    private BoughtMembers() {}

    static Sql of(Rule.Bought bought, AsOf asOf) {
        return switch (bought.worth()) {
            case ORDERS ->
                bought.topPercent() == null
                        ? orders(bought, asOf)
                                .add("having")
                                .add(bought.bounds().hold(ORDERS))
                                .add("and " + ORDERS + " > 0")
                        : top(bought, asOf, ORDERS);
            case REVENUE ->
                bought.topPercent() == null
                        ? orders(bought, asOf)
                                .add("having")
                                .add(minor(bought.bounds(), asOf).hold(REVENUE))
                                .add("and " + PRICED + " > 0")
                        : top(bought, asOf, REVENUE);
            case AVERAGE_ORDER ->
                bought.topPercent() == null
                        ? orders(bought, asOf)
                                .add("having")
                                .add(minor(bought.bounds(), asOf).holdOfMean(REVENUE, PRICED))
                                .add("and " + PRICED + " > 0")
                        : top(bought, asOf, REVENUE + "::numeric / nullif(" + PRICED + ", 0)");
            case DAYS_SINCE_FIRST -> since(bought, asOf, "min(v.occurred_at)");
            case DAYS_SINCE_LAST -> since(bought, asOf, "max(v.occurred_at)");
        };
    }

    private static Sql orders(Rule.Bought bought, AsOf asOf) {
        return Sql.of("select v.customer_id").add(facts(bought, asOf)).add("group by 1");
    }

    private static Sql facts(Rule.Bought bought, AsOf asOf) {
        return Sql.of(
                        "from value_fact v where v.business_id = ? and v.customer_id is not null and v.set_aside is null"
                                + " and v.type in ('purchase', 'refund') and",
                        asOf.business().id())
                .add(asOf.during("v.occurred_at", bought.days()));
    }

    /** Among those who ordered then, by their rank; whoever has as much as the last of them is among them too. */
    private static Sql top(Rule.Bought bought, AsOf asOf, String figure) {
        return Sql.of("select customer_id from (select customer_id, rank() over (order by figure desc) as place,"
                        + " count(*) over () as customers from (select v.customer_id, " + figure + " as figure")
                .add(facts(bought, asOf))
                .add(
                        "group by 1 having " + ORDERS + " > 0) bought where figure is not null) ranked"
                                + " where place <= ceil(customers * ? / 100)",
                        bought.topPercent());
    }

    private static Sql since(Rule.Bought bought, AsOf asOf, String time) {
        Sql since = Sql.of("select v.customer_id")
                .add(facts(bought, asOf))
                .add("and v.type = 'purchase' group by 1 having true");
        Bounds days = bought.bounds();
        if (days.low() != null) {
            long least = days.low().value().longValueExact() + (days.low().included() ? 0 : 1);
            since.add("and " + time + " < ?", asOf.business().start(asOf.day().plusDays(1 - least)));
        }
        if (days.high() != null) {
            long most = days.high().value().longValueExact() - (days.high().included() ? 0 : 1);
            since.add("and " + time + " >= ?", asOf.business().start(asOf.day().minusDays(most)));
        }
        return since;
    }

    private static Bounds minor(Bounds bounds, AsOf asOf) {
        int digits = Math.max(0, asOf.business().currency().getDefaultFractionDigits());
        return bounds.scaled(BigDecimal.ONE.movePointRight(digits));
    }
}
