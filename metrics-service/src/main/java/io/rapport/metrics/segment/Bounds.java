package io.rapport.metrics.segment;

import io.rapport.metrics.sql.Sql;
import java.math.BigDecimal;

/**
 * Between which numbers something must lie.
 *
 * @param low null for no lower bound
 * @param high null for no upper bound
 */
public record Bounds(Limit low, Limit high) {
    static final Bounds ANY = new Bounds(null, null);
    static final String MEMBERS = "atLeast, atMost, moreThan, lessThan";

    /** A number that something must not pass, and may only reach if it is included. */
    public record Limit(BigDecimal value, boolean included) {
        public Limit {
            BigDecimal shortest = value.stripTrailingZeros();
            value = shortest.scale() < 0 ? shortest.setScale(0) : shortest;
        }
    }

    public static Bounds atLeast(BigDecimal least) {
        return new Bounds(new Limit(least, true), null);
    }

    public static Bounds atMost(BigDecimal most) {
        return new Bounds(null, new Limit(most, true));
    }

    /** Whether only whole numbers are named. */
    boolean isWhole() {
        return (low == null || low.value.scale() <= 0) && (high == null || high.value.scale() <= 0);
    }

    /** Each bound so many times as high. */
    Bounds scaled(BigDecimal factor) {
        return new Bounds(scaled(low, factor), scaled(high, factor));
    }

    private static Limit scaled(Limit limit, BigDecimal factor) {
        return limit == null ? null : new Limit(limit.value.multiply(factor), limit.included);
    }

    boolean isAny() {
        return low == null && high == null;
    }

    /** That a number, as it stands in a statement, lies within; true where there is no bound. */
    Sql hold(String number) {
        Sql hold = Sql.of("true");
        if (low != null) {
            hold.add("and " + number + (low.included ? " >= ?" : " > ?"), low.value);
        }
        if (high != null) {
            hold.add("and " + number + (high.included ? " <= ?" : " < ?"), high.value);
        }
        return hold;
    }

    /** The same of a mean, without dividing. */
    Sql holdOfMean(String sum, String count) {
        Sql hold = Sql.of("true");
        if (low != null) {
            hold.add("and " + sum + (low.included ? " >= " : " > ") + "? * " + count, low.value);
        }
        if (high != null) {
            hold.add("and " + sum + (high.included ? " <= " : " < ") + "? * " + count, high.value);
        }
        return hold;
    }
}
