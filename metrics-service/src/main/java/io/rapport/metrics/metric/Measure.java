package io.rapport.metrics.metric;

import io.rapport.metrics.math.Interval;
import io.rapport.metrics.math.Means;
import io.rapport.metrics.math.NetPromoter;
import io.rapport.metrics.math.Proportions;
import io.rapport.metrics.math.Sample;
import io.rapport.metrics.metric.Figure.Distribution;
import io.rapport.metrics.metric.Figure.Part;
import io.rapport.metrics.metric.Figure.Scalar;
import java.util.ArrayList;
import java.util.List;

/** How rows become a figure: the aggregates that the database computes, and what is made of them. */
public interface Measure {
    /** Below so many observations the approximations behind the intervals are poor, and the figure says so. */
    int SMALL = 30;

    /** The SQL aggregates, in the order in which {@link #figure} takes them. */
    List<String> aggregates();

    Figure figure(Aggregates found, double level);

    /** The values of the question marks in the aggregates. */
    default List<Object> parameters() {
        return List.of();
    }

    /** The same measure at this confidence level, where what the database is to find depends on it. */
    default Measure at(double level) {
        return this;
    }

    /** Whether two figures, each of which has a value, may be subtracted at all. */
    default boolean comparable(Aggregates now, Aggregates before, double level) {
        return true;
    }

    /** The interval of the change from {@code before} to {@code now}; null where there is none to be had. */
    default Interval difference(Aggregates now, Aggregates before, double level) {
        return null;
    }

    /** How many rows: a complete count, so without an interval, and 0 where there are none. */
    record Count(String aggregate) implements Measure {
        public static final Count ROWS = new Count("count(*)");

        public static Count distinct(String column) {
            return new Count("count(distinct " + column + ")");
        }

        @Override
        public List<String> aggregates() {
            return List.of(aggregate);
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            long count = found.count(0);
            return new Scalar(count, count, null, count, null, Figure.OK, null);
        }
    }

    /** The share of rows that satisfy a condition, with its Wilson interval. */
    record Share(String condition, List<Object> parameters) implements Measure {
        public Share(String condition) {
            this(condition, List.of());
        }

        @Override
        public List<String> aggregates() {
            return List.of("count(*) filter (where " + condition + ")", "count(*)");
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            long part = found.count(0);
            long n = found.count(1);
            return n == 0
                    ? Scalar.noData()
                    : new Scalar(
                            (double) part / n,
                            part,
                            n,
                            n,
                            Proportions.wilson(part, n, level),
                            Figure.reliability(n),
                            null);
        }

        @Override
        public Interval difference(Aggregates now, Aggregates before, double level) {
            boolean known = now.count(1) > 0 && before.count(1) > 0;
            return known
                    ? Proportions.difference(now.count(0), now.count(1), before.count(0), before.count(1), level)
                    : null;
        }
    }

    /** Of the different values of a column, the share of those with a row that satisfies a condition; with its Wilson interval. */
    record DistinctShare(String column, String condition, List<Object> parameters) implements Measure {
        @Override
        public List<String> aggregates() {
            return List.of(
                    "count(distinct " + column + ") filter (where " + condition + ")",
                    "count(distinct " + column + ")");
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            return new Share(condition).figure(found, level);
        }

        @Override
        public Interval difference(Aggregates now, Aggregates before, double level) {
            return new Share(condition).difference(now, before, level);
        }
    }

    /** The mean of a column over the rows that have it, with its t interval. */
    record Mean(String column) implements Measure {
        @Override
        public List<String> aggregates() {
            return List.of("count(" + column + ")", "sum(" + column + ")", "sum(" + column + " * " + column + ")");
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            Sample sample = sample(found);
            return sample.n() == 0
                    ? Scalar.noData()
                    : new Scalar(
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
            return new Sample(found.count(0), found.number(1), found.number(2));
        }
    }

    /** The Net Promoter Score of a column of answers from 0 to 10. */
    record Nps(String column) implements Measure {
        @Override
        public List<String> aggregates() {
            return List.of(
                    "count(*) filter (where " + column + " >= 9)",
                    "count(*) filter (where " + column + " <= 6)",
                    "count(" + column + ")");
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            NetPromoter nps = nps(found);
            return nps.n() == 0
                    ? Scalar.noData()
                    : new Scalar(
                            nps.score(),
                            nps.promoters() - nps.detractors(),
                            nps.n(),
                            nps.n(),
                            nps.interval(level),
                            Figure.reliability(nps.n()),
                            null);
        }

        @Override
        public Interval difference(Aggregates now, Aggregates before, double level) {
            return nps(now).difference(nps(before), level);
        }

        private static NetPromoter nps(Aggregates found) {
            return new NetPromoter(found.count(0), found.count(1), found.count(2));
        }
    }

    /** How rows spread over the values of a column, with the Wilson interval of each share. */
    record Spread(String column, List<String> keys) implements Measure {
        @Override
        public List<String> aggregates() {
            List<String> aggregates = new ArrayList<>();
            keys.forEach(key -> aggregates.add("count(*) filter (where " + column + " = '" + key + "')"));
            aggregates.add("count(" + column + ")");
            return aggregates;
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            long n = found.count(keys.size());
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                parts.add(Part.of(keys.get(i), found.count(i), n, level));
            }
            return new Distribution(parts, n, Figure.reliability(n), n == 0 ? Figure.NO_DATA : null);
        }
    }
}
