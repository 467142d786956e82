package io.rapport.metrics.email;

import io.rapport.metrics.math.Interval;
import io.rapport.metrics.metric.Aggregates;
import io.rapport.metrics.metric.Figure;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Ratio;
import java.util.List;

/** The share of mailings that a person opened; beside it, which share of all that were opened machines alone opened. */
record OpenRate() implements Measure {
    static final String OPENED = "opened_at is not null";
    static final String OPENED_BY_MACHINE_ALONE = "opened_by_machine and opened_at is null";
    private static final Share OPENINGS = new Share(OPENED);

    @Override
    public List<String> aggregates() {
        return List.of(
                OPENINGS.aggregates().get(0),
                OPENINGS.aggregates().get(1),
                "count(*) filter (where " + OPENED_BY_MACHINE_ALONE + ")");
    }

    @Override
    public Figure figure(Aggregates found, double level) {
        long machines = found.count(2);
        long opened = found.count(0) + machines;
        return Ratio.of(found.count(0), found.count(1), level)
                .with("machineOpenShare", opened == 0 ? null : (double) machines / opened);
    }

    @Override
    public Interval difference(Aggregates now, Aggregates before, double level) {
        return OPENINGS.difference(now, before, level);
    }
}
