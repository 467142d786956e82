package io.rapport.metrics.feedback;

import io.rapport.metrics.math.Interval;
import io.rapport.metrics.metric.Aggregates;
import io.rapport.metrics.metric.Figure;
import io.rapport.metrics.metric.Figure.Scalar;
import io.rapport.metrics.metric.Measure;
import java.util.ArrayList;
import java.util.List;

/**
 * A measure of effort that says which way it is to be read ({@code direction}: low is good) and how many answers had to be turned
 * round for that, since their survey asks how easy it was ({@code turned}).
 */
record Directed(Measure effort) implements Measure {
    private static final String LOW_IS_GOOD = "low";

    @Override
    public List<String> aggregates() {
        List<String> aggregates = new ArrayList<>(effort.aggregates());
        aggregates.add("count(*) filter (where survey_good = 'high')");
        return aggregates;
    }

    @Override
    public Figure figure(Aggregates found, double level) {
        return ((Scalar) effort.figure(found, level))
                .with("direction", LOW_IS_GOOD)
                .with("turned", found.values().getLast().longValueExact());
    }

    @Override
    public Interval difference(Aggregates now, Aggregates before, double level) {
        return effort.difference(now, before, level);
    }
}
