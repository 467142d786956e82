package io.rapport.metrics.feedback;

import io.rapport.metrics.math.Interval;
import io.rapport.metrics.metric.Aggregates;
import io.rapport.metrics.metric.Figure;
import io.rapport.metrics.metric.Figure.Scalar;
import io.rapport.metrics.metric.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A measure of effort, found apart for each of the two ways to ask: how hard it was (low is good) and how easy (high is good). People
 * answer the two differently, so no figure spans both: where both were asked there is none, with the reason {@code two_wordings},
 * and what each says stands in {@code wordings}, as it always does. {@code direction} says which way every value is to be read.
 *
 * @param hard over the answers to how hard it was
 * @param easy over those to how easy it was, turned round
 */
record Wordings(Measure hard, Measure easy) implements Measure {
    static final String TWO_WORDINGS = "two_wordings";
    private static final String LOW = "low";
    private static final String HIGH = "high";

    @Override
    public List<String> aggregates() {
        return Stream.concat(hard.aggregates().stream(), easy.aggregates().stream())
                .toList();
    }

    @Override
    public Figure figure(Aggregates found, double level) {
        Scalar low = (Scalar) hard.figure(hard(found), level);
        Scalar high = (Scalar) easy.figure(easy(found), level);
        return one(low, high)
                .with("direction", LOW)
                .with("turned", high.n())
                .with("wordings", List.of(members(LOW, low), members(HIGH, high)));
    }

    private static Scalar one(Scalar low, Scalar high) {
        if (low.n() > 0 && high.n() > 0) {
            long n = low.n() + high.n();
            return new Scalar(null, 0, 0L, n, null, Figure.reliability(n), TWO_WORDINGS);
        }
        return high.n() > 0 ? high : low;
    }

    private static Map<String, Object> members(String good, Scalar figure) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("good", good);
        members.put("value", figure.value());
        members.put("numerator", figure.numerator());
        members.put("denominator", figure.denominator());
        members.put("n", figure.n());
        members.put("interval", figure.interval());
        members.put("reliability", figure.reliability());
        return members;
    }

    @Override
    public boolean comparable(Aggregates now, Aggregates before, double level) {
        return isHard(now, level) == isHard(before, level);
    }

    @Override
    public Interval difference(Aggregates now, Aggregates before, double level) {
        return isHard(now, level)
                ? hard.difference(hard(now), hard(before), level)
                : easy.difference(easy(now), easy(before), level);
    }

    private boolean isHard(Aggregates found, double level) {
        return hard.figure(hard(found), level).n() > 0;
    }

    private Aggregates hard(Aggregates found) {
        return new Aggregates(found.values().subList(0, hard.aggregates().size()));
    }

    private Aggregates easy(Aggregates found) {
        return new Aggregates(
                found.values().subList(hard.aggregates().size(), found.values().size()));
    }
}
