package io.rapport.metrics.rollup;

import io.rapport.metrics.visit.PageView;
import io.rapport.metrics.visit.Visit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Sums over visits and page views, to which a visit can be added and from which it can be taken away. */
final class Tally {
    private static final String INTO_THE_CART = "add_to_cart";
    private static final String PURCHASE = "purchase";

    long visits;
    long bounces;
    long engaged;
    long converted;
    long carts;
    long abandoned;
    long visitViews;
    long visitViewsSquare;
    BigDecimal visitTime = BigDecimal.ZERO;
    BigDecimal visitTimeSquare = BigDecimal.ZERO;
    long views;
    long timedViews;
    BigDecimal viewTime = BigDecimal.ZERO;
    BigDecimal viewTimeSquare = BigDecimal.ZERO;
    final Map<String, Long> goals = new HashMap<>();

    /** @param sign 1 to add, −1 to take away */
    void visit(Visit visit, int sign) {
        long seen = visit.views().size();
        visits += sign;
        bounces += seen == 1 ? sign : 0;
        engaged += visit.engaged() ? sign : 0;
        converted += visit.goals().isEmpty() ? 0 : sign;
        visitViews += sign * seen;
        visitViewsSquare += sign * seen * seen;
        BigDecimal time = BigDecimal.valueOf(visit.microseconds());
        visitTime = visitTime.add(signed(time, sign));
        visitTimeSquare = visitTimeSquare.add(signed(time.multiply(time), sign));
        if (visit.has(INTO_THE_CART)) {
            carts += sign;
            abandoned += visit.has(PURCHASE) ? 0 : sign;
        }
        visit.goals().forEach(goal -> goals.merge(goal, (long) sign, Long::sum));
    }

    void view(PageView view, int sign) {
        views += sign;
        if (view.microseconds() != null) {
            timedViews += sign;
            BigDecimal time = BigDecimal.valueOf(view.microseconds());
            viewTime = viewTime.add(signed(time, sign));
            viewTimeSquare = viewTimeSquare.add(signed(time.multiply(time), sign));
        }
    }

    /** Adds what another has summed up. */
    void add(Tally other) {
        visits += other.visits;
        bounces += other.bounces;
        engaged += other.engaged;
        converted += other.converted;
        carts += other.carts;
        abandoned += other.abandoned;
        visitViews += other.visitViews;
        visitViewsSquare += other.visitViewsSquare;
        visitTime = visitTime.add(other.visitTime);
        visitTimeSquare = visitTimeSquare.add(other.visitTimeSquare);
        views += other.views;
        timedViews += other.timedViews;
        viewTime = viewTime.add(other.viewTime);
        viewTimeSquare = viewTimeSquare.add(other.viewTimeSquare);
        other.goals.forEach((goal, reached) -> goals.merge(goal, reached, Long::sum));
    }

    private static BigDecimal signed(BigDecimal value, int sign) {
        return sign > 0 ? value : value.negate();
    }
}
