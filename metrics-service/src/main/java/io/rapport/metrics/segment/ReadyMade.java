package io.rapport.metrics.segment;

import io.rapport.metrics.business.Business;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The segments that every business has. What counts as long ago follows the business's own inactivity days, after which a customer
 * without an order counts as lost.
 */
final class ReadyMade {
    private static final int YEAR = 365;
    private static final int NEW_DAYS = 30;
    private static final int LOYAL_ORDERS = 3;
    private static final int BIG_PERCENT = 10;
    private static final int MENTIONS = 3;

    private ReadyMade() {}

    static List<Rule.Saved> of(Business business) {
        int lost = business.inactivityDays();
        int quiet = Math.max(1, lost / 2);
        return List.of(
                saved("new", "New", since(Rule.Worth.DAYS_SINCE_FIRST, 0, NEW_DAYS)),
                saved(
                        "loyal",
                        "Loyal",
                        all(
                                new Rule.Bought(Rule.Worth.ORDERS, YEAR, least(LOYAL_ORDERS), null),
                                since(Rule.Worth.DAYS_SINCE_LAST, 0, lost))),
                saved(
                        "at_risk",
                        "At risk",
                        all(
                                new Rule.Bought(Rule.Worth.ORDERS, null, least(2), null),
                                since(Rule.Worth.DAYS_SINCE_LAST, quiet + 1, lost))),
                saved("lost", "Lost", since(Rule.Worth.DAYS_SINCE_LAST, lost + 1, null)),
                saved(
                        "advocates",
                        "Advocates",
                        new Rule.Any(List.of(
                                new Rule.Answered("nps", YEAR, least(9)),
                                new Rule.Did("referral_converted", YEAR, Times.EVER),
                                new Rule.Said("positive", "post", YEAR, Times.atLeast(MENTIONS))))),
                saved("detractors", "Detractors", new Rule.Answered("nps", YEAR, Bounds.atMost(BigDecimal.valueOf(6)))),
                saved(
                        "big_spenders",
                        "Big spenders",
                        new Rule.Bought(Rule.Worth.REVENUE, YEAR, Bounds.ANY, BigDecimal.valueOf(BIG_PERCENT))));
    }

    static Optional<Rule.Saved> find(Business business, String idOrName) {
        return of(business).stream()
                .filter(one -> one.id().equals(idOrName) || one.name().equalsIgnoreCase(idOrName))
                .findFirst();
    }

    private static Rule.Saved saved(String id, String name, Rule rule) {
        return new Rule.Saved(id, name, rule);
    }

    private static Rule all(Rule... rules) {
        return new Rule.All(List.of(rules));
    }

    private static Rule since(Rule.Worth what, int least, Integer most) {
        Bounds.Limit low = least == 0 ? null : new Bounds.Limit(BigDecimal.valueOf(least), true);
        Bounds.Limit high = most == null ? null : new Bounds.Limit(BigDecimal.valueOf(most), true);
        return new Rule.Bought(what, null, new Bounds(low, high), null);
    }

    private static Bounds least(int number) {
        return Bounds.atLeast(BigDecimal.valueOf(number));
    }
}
