package io.rapport.metrics.segment;

import io.rapport.metrics.sql.Sql;

/**
 * How often something must have happened.
 *
 * @param most null for however often
 */
public record Times(long least, Long most) {
    public static final Times EVER = new Times(1, null);

    public Times {
        if (least < 0 || most != null && most < least) {
            throw new IllegalArgumentException(least + " to " + most + " times");
        }
    }

    public static Times atLeast(long least) {
        return new Times(least, null);
    }

    /** Whether it holds of somebody to whom it never happened: it is found by those for whom it doesn't hold. */
    public boolean holdsOfNever() {
        return least == 0;
    }

    /**
     * The opposite, where it holds of never: more often than the most. Nobody where there is no most.
     *
     * @param count as it stands in a statement
     */
    public Sql having(String count) {
        if (least == 0) {
            return most == null ? Sql.of("false") : Sql.of(count + " > ?", most);
        }
        return most == null
                ? Sql.of(count + " >= ?", least)
                : Sql.of(count + " >= ? and " + count + " <= ?", least, most);
    }
}
