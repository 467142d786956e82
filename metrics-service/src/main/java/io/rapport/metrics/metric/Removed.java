package io.rapport.metrics.metric;

import java.time.LocalDate;
import java.util.List;

/** What can't be told any more, because the events it would be found from were removed by the business's own rule. */
final class Removed {
    static final String REASON = "removed";

    private Removed() {}

    /** The first day of which events are kept, where some were removed and the answer may rest on events; else null. */
    static LocalDate keptFrom(Metric metric, Scope scope) {
        return metric.source().ofEvents() || scope.segment().asksWhatWasDone()
                ? scope.business().keptFrom()
                : null;
    }

    /** Whether a period reaches back to removed events, and only they could answer. */
    static boolean has(Metric metric, Scope scope) {
        return metric.source().ofEvents()
                && !scope.business().derives(scope.period().from())
                && !(metric instanceof AggregatedMetric aggregated && fromSums(Selection.of(aggregated, scope)));
    }

    static Figure figure(Metric metric) {
        Metric.Description description = metric.description();
        return switch (description.shape()) {
            case "distribution" -> new Figure.Distribution(List.of(), 0, Figure.LOW, REASON);
            case "matrix" -> new Figure.Matrix(List.of(), 0, Figure.LOW, REASON, null);
            case "curve" -> new Figure.Curve(List.of(), null, description.unit(), 0, Figure.LOW, REASON);
            default -> new Figure.Scalar(null, 0, 0L, 0, null, Figure.LOW, REASON);
        };
    }

    private static boolean fromSums(Selection selection) {
        return selection instanceof SumSelection || selection instanceof SetSelection;
    }
}
