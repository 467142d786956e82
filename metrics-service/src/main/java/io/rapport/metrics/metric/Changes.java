package io.rapport.metrics.metric;

import io.rapport.metrics.metric.Figure.Scalar;
import io.rapport.metrics.metric.MetricResult.Change;

/** Compares the figures of two periods. */
final class Changes {
    private Changes() {}

    /** Null for shapes that have no single value to compare. */
    static Change between(Measure measure, Aggregates now, Aggregates before, Period period, double level) {
        if (!(measure.figure(now, level) instanceof Scalar current)
                || !(measure.figure(before, level) instanceof Scalar previous)) {
            return null;
        }
        if (current.value() == null || previous.value() == null || !measure.comparable(now, before, level)) {
            return new Change(period.from(), period.to(), previous.value(), null, null, null);
        }
        double then = previous.value().doubleValue();
        return new Change(
                period.from(),
                period.to(),
                previous.value(),
                difference(current.value(), previous.value()),
                then == 0 ? null : (current.value().doubleValue() - then) / Math.abs(then),
                measure.difference(now, before, level));
    }

    /** Whole numbers stay whole, and money stays money. */
    private static Number difference(Number now, Number then) {
        if (now instanceof Long && then instanceof Long) {
            return now.longValue() - then.longValue();
        }
        if (now instanceof Money money && then instanceof Money before) {
            return money.minus(before);
        }
        return now.doubleValue() - then.doubleValue();
    }
}
