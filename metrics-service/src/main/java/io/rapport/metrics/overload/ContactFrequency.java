package io.rapport.metrics.overload;

import io.rapport.metrics.math.Interval;
import io.rapport.metrics.math.Means;
import io.rapport.metrics.math.Sample;
import io.rapport.metrics.metric.Aggregates;
import io.rapport.metrics.metric.Figure;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Scope;
import io.rapport.metrics.metric.SegmentFilter;
import io.rapport.metrics.sql.Sql;
import java.util.List;

/**
 * The mean, over those who received any message in a period, of how many they received a week. The numerator is all their messages in
 * a week of the period, the denominator how many they are. A message that is reported twice to one person is one.
 */
record ContactFrequency() implements Measure {
    static final int SIZE = 4;
    private static final double WEEK = 7;

    @Override
    public List<String> aggregates() {
        return List.of("persons", "messages", "squares", "days");
    }

    @Override
    public Figure figure(Aggregates found, double level) {
        Sample sample = sample(found);
        return sample.n() == 0
                ? Figure.Scalar.noData()
                : new Figure.Scalar(
                        sample.mean(),
                        sample.sum(),
                        sample.n(),
                        sample.n(),
                        Means.t(sample, level),
                        Figure.reliability(sample.n()),
                        null);
    }

    @Override
    public Interval difference(Aggregates now, Aggregates before, double level) {
        return Means.difference(sample(now), sample(before), level);
    }

    private static Sample sample(Aggregates found) {
        long persons = found.count(0);
        if (persons == 0) {
            return new Sample(0, 0, 0);
        }
        double aWeek = WEEK / (found.number(3) / persons);
        return new Sample(persons, found.number(1) * aWeek, found.number(2) * aWeek * aWeek);
    }

    static Sql figures(Scope scope, Sql spans, String dimension) {
        String key = dimension == null
                ? "null::text"
                : OverloadMetrics.CONTACTS.column(dimension).expression();
        return Sql.of("select i, key, count(*), sum(messages), sum(messages * messages), sum(days) from (select p.i, "
                        + key + " as key, f.person, count(distinct f.message) as messages, max(p.days) as days from")
                .add(spans)
                .add(
                        "join contact f on f.business_id = ? and f.occurred_at >= p.since and f.occurred_at < p.until"
                                + " where f.occurred_at >= ? and f.occurred_at < ?",
                        scope.business().id(),
                        scope.start(),
                        scope.end())
                .add(SegmentFilter.of(OverloadMetrics.CONTACTS, scope))
                .add("group by 1, 2, 3) received group by 1, 2");
    }
}
