package io.rapport.metrics.segment;

import java.math.BigDecimal;
import java.util.List;

/**
 * A restriction of a metric to a part of the facts: all of the groups must hold, and of each group at least one condition.
 *
 * @param groups empty for no restriction
 */
public record Segment(List<List<Condition>> groups) {
    public static final Segment EVERYTHING = new Segment(List.of());

    public Segment {
        groups = List.copyOf(groups);
    }

    /** One comparison. */
    public sealed interface Condition {
        /** What is compared, as it is written. */
        String field();
    }

    /**
     * A dimension of the metric's facts, or {@code customer}.
     *
     * @param equal whether it must equal the value, or must not
     * @param value empty for "not known"
     */
    public record Known(String field, boolean equal, String value) implements Condition {}

    /**
     * What is known of the customer, as text.
     *
     * @param equal whether it must equal the value, or must not; a customer without the trait has no such value
     * @param value empty for "without this trait"
     */
    public record Trait(String field, String name, boolean equal, String value) implements Condition {}

    /** What is known of the customer, as a number; a trait that is none satisfies nothing. */
    public record NumericTrait(String field, String name, Operator operator, BigDecimal value) implements Condition {}

    /**
     * How often the customer, or the visitor where no customer is known, did something before the period's end.
     *
     * @param type of events
     * @param days before the period's end; null for ever
     */
    public record Behaviour(String field, String type, Integer days, Operator operator, long times)
            implements Condition {}

    /** How two sizes compare. */
    public enum Operator {
        EQUAL("==", "="),
        DIFFERENT("!=", "<>"),
        LEAST(">=", ">="),
        MOST("<=", "<="),
        MORE(">", ">"),
        LESS("<", "<");

        private final String sign;
        private final String sql;

        Operator(String sign, String sql) {
            this.sign = sign;
            this.sql = sql;
        }

        /** As it stands in a statement. */
        public String sql() {
            return sql;
        }

        static Operator of(String sign) {
            for (Operator operator : values()) {
                if (operator.sign.equals(sign)) {
                    return operator;
                }
            }
            throw new IllegalArgumentException(sign);
        }
    }
}
