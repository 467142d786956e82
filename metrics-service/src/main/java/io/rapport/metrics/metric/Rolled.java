package io.rapport.metrics.metric;

import java.util.List;

/** Where a measure's aggregates come from, other than the rows: most from sums and sets by day and month; see {@code rollup}. */
public sealed interface Rolled {

    /**
     * Sums of visits and page views.
     *
     * @param aggregates what the measure needs, of {@code web_rollup} as {@code r} and {@code web_goal} as {@code g}
     * @param weight by which the keys of a breakdown are ordered
     * @param goal whose visits {@code g} has; null where the measure asks of none
     */
    record Sums(List<String> aggregates, String weight, String goal) implements Rolled {
        public static Sums ofVisits(String... aggregates) {
            return new Sums(List.of(aggregates), "sum(r.visits)", null);
        }

        public static Sums ofViews(String... aggregates) {
            return new Sums(List.of(aggregates), "sum(r.views)", null);
        }
    }

    /**
     * How many different visitors: one set for each aggregate.
     *
     * @param what the names of the sets
     */
    record Sets(List<String> what) implements Rolled {}

    /**
     * Nowhere: the measure needs more than the rows of the period, such as what was known at its beginning, and finds it itself.
     *
     * @param selection finds the aggregates, whatever the segment
     */
    record Own(Finder selection) implements Rolled {}

    /** Finds a metric's aggregates in a way of its own. */
    @FunctionalInterface
    interface Finder {
        Selection of(AggregatedMetric metric, Scope scope);
    }
}
