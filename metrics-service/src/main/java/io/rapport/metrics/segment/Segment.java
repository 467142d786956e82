package io.rapport.metrics.segment;

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

    /**
     * One comparison of a field with a value.
     *
     * @param field a dimension of the metric's facts, {@code customer}, or {@code trait.} and a trait's name
     * @param equal whether the field must equal the value, or must not
     */
    public record Condition(String field, boolean equal, String value) {
        private static final String TRAIT = "trait.";

        public boolean isTrait() {
            return field.startsWith(TRAIT);
        }

        public String trait() {
            return field.substring(TRAIT.length());
        }
    }
}
