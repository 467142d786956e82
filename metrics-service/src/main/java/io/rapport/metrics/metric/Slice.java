package io.rapport.metrics.metric;

import io.rapport.metrics.rollup.Dimension;
import io.rapport.metrics.segment.Rule;
import io.rapport.metrics.segment.Segment;
import io.rapport.metrics.sql.Sql;
import java.util.Arrays;
import java.util.Optional;

/**
 * The part of the sums and sets that a question keeps to: one key of one dimension.
 *
 * @param key {@link Dimension#NOTHING} for what has no value
 */
record Slice(String dimension, String key) {
    static final Slice EVERYTHING = new Slice(Dimension.TOTAL.column(), Dimension.NOTHING);

    /** What holds all that the segment asks for; empty where no sums do. */
    static Optional<Slice> of(Segment segment) {
        if (segment.isEverything()) {
            return Optional.of(EVERYTHING);
        }
        return segment.rule() instanceof Rule.Known known
                ? Optional.of(new Slice(Dimension.stored(known.field()), known.value()))
                        .filter(Slice::isKept)
                : Optional.empty();
    }

    /** Of the table named {@code r}. */
    Sql condition() {
        return Sql.of("and r.dimension = ? and r.key = ?", dimension, key);
    }

    private boolean isKept() {
        return Arrays.stream(Dimension.values()).anyMatch(kept -> kept.column().equals(dimension));
    }
}
