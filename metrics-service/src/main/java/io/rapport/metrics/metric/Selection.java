package io.rapport.metrics.metric;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a question is about, and what can be asked of it: of the rows themselves, or of sums that were derived from them. */
public interface Selection {

    Aggregates total(Connection connection) throws SQLException;

    /**
     * By the number of the interval, from 0, of those that have anything.
     *
     * @param bounds the first days of the intervals, and the end of the last
     */
    Map<Integer, Aggregates> byInterval(Connection connection, List<LocalDate> bounds) throws SQLException;

    /** The largest keys of a dimension; what has no value has a null key. */
    Map<String, Aggregates> byKey(Connection connection, String dimension, int most) throws SQLException;

    /** The total beside the largest keys: both may be found with one look at the rows. */
    default Parted parted(Connection connection, String dimension, int most) throws SQLException {
        return new Parted(total(connection), byKey(connection, dimension, most));
    }

    /** All whose key isn't among these. */
    Aggregates others(Connection connection, String dimension, List<String> keys) throws SQLException;

    /** A total, and what it is made up of by key. */
    record Parted(Aggregates total, Map<String, Aggregates> byKey) {}

    /** The quickest way to a metric: derived sums where they are kept of what is asked for, else the rows. */
    static Selection of(AggregatedMetric metric, Scope context) {
        Optional<Slice> slice = Slice.of(context.segment());
        return switch (metric.rolled()) {
            case Rolled.Sums sums
            when slice.isPresent() -> sliced(new SumSelection(sums, context, slice.get()), metric, context);
            case Rolled.Sets sets
            when slice.isPresent() -> sliced(new SetSelection(sets, context, slice.get()), metric, context);
            case Rolled.Own own -> own.selection().of(metric, context);
            case null, default -> new FactSelection(metric, context);
        };
    }

    private static Selection sliced(Selection sums, AggregatedMetric metric, Scope context) {
        return context.segment().isEverything() ? sums : new SlicedSelection(sums, new FactSelection(metric, context));
    }
}
