package io.rapport.metrics.value;

import io.rapport.metrics.math.Interval;
import io.rapport.metrics.math.Proportions;
import io.rapport.metrics.metric.Aggregates;
import io.rapport.metrics.metric.Figure;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Money;
import io.rapport.metrics.metric.Ratio;
import java.util.Currency;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** How orders and refunds become figures. */
final class Sales {
    static final String CURRENCY = "currency";
    static final String LEFT_OUT = "leftOut";

    private Sales() {}

    /** What orders brought in less what was given back: a complete count. */
    record Revenue(Currency currency) implements Measure {
        @Override
        public List<String> aggregates() {
            return List.of(
                    "coalesce(sum(case when f.type = 'purchase' then f.amount_minor else -f.amount_minor end)"
                            + " filter (where f.set_aside is null), 0)",
                    "count(*) filter (where f.set_aside is null and f.amount_minor is not null)",
                    "count(*) filter (where f.set_aside is null and f.original_minor is null)",
                    "count(*) filter (where f.set_aside is null and f.original_minor is not null and f.amount_minor is null)",
                    "count(*) filter (where f.set_aside is not null)");
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            Money sum = Money.ofMinor(found.values().getFirst(), currency);
            return new Figure.Scalar(sum, sum, null, found.count(1), null, Figure.OK, null)
                    .with(CURRENCY, currency.getCurrencyCode())
                    .with(LEFT_OUT, new LeftOutOfMoney(found.count(2), found.count(3), found.count(4)));
        }
    }

    /** How many orders count: a complete count. */
    record Orders() implements Measure {
        @Override
        public List<String> aggregates() {
            return List.of(
                    "count(*) filter (where f.set_aside is null)", "count(*) filter (where f.set_aside is not null)");
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            long orders = found.count(0);
            return new Figure.Scalar(orders, orders, null, orders, null, Figure.OK, null)
                    .with(LEFT_OUT, new LeftOutOfMoney(0, 0, found.count(1)));
        }
    }

    /** Money for each of something. */
    record Average(Currency currency) implements Measure {
        @Override
        public List<String> aggregates() {
            return RatioOfSums.names();
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            RatioOfSums ratio = RatioOfSums.of(found);
            LeftOutOfMoney out = LeftOutOfMoney.of(ratio.extra(1), ratio.extra(2), ratio.extra(3));
            long n = ratio.o().longValueExact();
            return new Figure.Scalar(
                            ratio.isEmpty() ? null : Money.ofMinor(ratio.value(), currency),
                            Money.ofMinor(ratio.x(), currency),
                            n,
                            n,
                            Money.units(ratio.interval(level), currency),
                            Figure.reliability(n),
                            ratio.isEmpty() ? Figure.NO_DATA : null)
                    .with(CURRENCY, currency.getCurrencyCode())
                    .with(LEFT_OUT, out);
        }

        @Override
        public Interval difference(Aggregates now, Aggregates before, double level) {
            return Money.units(Sales.difference(now, before, 1, 1, level), currency);
        }
    }

    /** How often in a year. */
    record Frequency() implements Measure {
        @Override
        public List<String> aggregates() {
            return RatioOfSums.names();
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            RatioOfSums ratio = RatioOfSums.of(found);
            if (ratio.isEmpty()) {
                return Figure.Scalar.noData();
            }
            double years = ratio.years();
            Interval interval = ratio.interval(level);
            return new Figure.Scalar(
                    ratio.value() / years,
                    ratio.x().longValueExact(),
                    ratio.o().longValueExact(),
                    ratio.n(),
                    interval == null
                            ? null
                            : new Interval(interval.low() / years, interval.high() / years, level, interval.method()),
                    Figure.reliability(ratio.n()),
                    null);
        }

        @Override
        public Interval difference(Aggregates now, Aggregates before, double level) {
            return Sales.difference(
                    now,
                    before,
                    RatioOfSums.of(now).years(),
                    RatioOfSums.of(before).years(),
                    level);
        }
    }

    /** Which of the units have it. */
    record Part() implements Measure {
        @Override
        public List<String> aggregates() {
            return RatioOfSums.names();
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            return Ratio.of(part(found), all(found), level);
        }

        @Override
        public Interval difference(Aggregates now, Aggregates before, double level) {
            return all(now) == 0 || all(before) == 0
                    ? null
                    : Proportions.difference(part(now), all(now), part(before), all(before), level);
        }

        private static long part(Aggregates found) {
            return found.count(1);
        }

        private static long all(Aggregates found) {
            return found.count(2);
        }
    }

    /** Of two ratios of sums, each divided by its own number; by their standard errors. */
    static Interval difference(Aggregates now, Aggregates before, double by, double byBefore, double level) {
        RatioOfSums first = RatioOfSums.of(now);
        RatioOfSums second = RatioOfSums.of(before);
        double error = Math.hypot(first.standardError() / by, second.standardError() / byBefore);
        if (first.isEmpty() || second.isEmpty() || Double.isNaN(error)) {
            return null;
        }
        double difference = first.value() / by - second.value() / byBefore;
        double half = new NormalDistribution().inverseCumulativeProbability(0.5 + level / 2) * error;
        return new Interval(difference - half, difference + half, level, "normal");
    }
}
