package io.rapport.metrics.value;

import io.rapport.metrics.math.Interval;
import io.rapport.metrics.math.Proportions;
import io.rapport.metrics.math.RatioInterval;
import io.rapport.metrics.metric.Aggregates;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a customer is worth by the plain rule: what one brings in within a year, times how many years one stays, times the margin.
 * All money is in minor units.
 *
 * @param spend of each buyer, what they brought in
 * @param stopped of each customer there at the start, whether they had gone at the end
 * @param recurring of each customer with a subscription at the start, what it brings in a year: where nothing is ordered
 * @param margin null where the business gives none; then it is revenue that is told
 * @param givenYears how long a customer is taken to stay; null where the churn tells
 */
record Worth(RatioOfSums spend, RatioOfSums stopped, RatioOfSums recurring, BigDecimal margin, Double givenYears) {
    static final String NO_CHURN = "no_churn";
    static final String NO_DATA = "no_data";
    private static final int PARTS = 3;

    static Worth of(Aggregates found, BigDecimal margin, Double givenYears) {
        List<Aggregates> parts = Joined.parts(found, PARTS);
        return new Worth(
                RatioOfSums.of(parts.get(0)),
                RatioOfSums.of(parts.get(1)),
                RatioOfSums.of(parts.get(2)),
                margin,
                givenYears);
    }

    long n() {
        return orders() ? spend.n() : recurring.n();
    }

    private boolean orders() {
        return spend.extra(1).signum() > 0;
    }

    /** What an order brings in; null where nothing is ordered, or nothing that is has a price. */
    Double averageOrder() {
        return spend.extra(2).signum() == 0
                ? null
                : spend.x().doubleValue() / spend.extra(2).doubleValue();
    }

    /** How many orders a buyer makes in a year; null where nothing is ordered. */
    Double ordersAYear() {
        return orders() ? spend.extra(1).doubleValue() / spend.o().doubleValue() / spend.years() : null;
    }

    /** What a customer brings in within a year; null where nothing tells it. */
    Double yearly() {
        if (orders()) {
            return averageOrder() == null ? null : averageOrder() * ordersAYear();
        }
        return recurring.isEmpty() ? null : recurring.value();
    }

    /** The share that goes within a year, at the period's pace; null where nobody was there at its start. */
    Double yearlyChurn() {
        return stopped.isEmpty() ? null : inAYear(stopped.value());
    }

    /** How many years a customer stays; null where that isn't known. */
    Double years() {
        if (givenYears != null) {
            return givenYears;
        }
        Double churn = yearlyChurn();
        return churn == null || churn == 0 ? null : 1 / churn;
    }

    /** Null where it can't be told; see {@link #reason}. */
    Double value() {
        return yearly() == null || years() == null ? null : yearly() * years() * share();
    }

    /** What a customer brings in within a year after costs. */
    Double yearlyMargin() {
        return yearly() == null ? null : yearly() * share();
    }

    String reason() {
        if (value() != null) {
            return null;
        }
        return yearly() != null && givenYears == null && !stopped.isEmpty() ? NO_CHURN : NO_DATA;
    }

    Interval interval(double level) {
        Interval yearly = yearlyInterval(level);
        if (value() == null || yearly == null) {
            return null;
        }
        if (givenYears != null) {
            return RatioInterval.scaled(yearly, givenYears * share());
        }
        Interval churn =
                Proportions.wilson(stopped.x().longValueExact(), stopped.o().longValueExact(), level);
        return RatioInterval.scaled(
                RatioInterval.mover(
                        yearly(),
                        yearly,
                        yearlyChurn(),
                        new Interval(inAYear(churn.low()), inAYear(churn.high()), level, churn.method())),
                share());
    }

    /** Of what a customer brings in within a year, after costs. */
    Interval yearlyMarginInterval(double level) {
        return RatioInterval.scaled(yearlyInterval(level), share());
    }

    /** As orders without a price are taken to be like the others, so is their interval. */
    private Interval yearlyInterval(double level) {
        if (!orders()) {
            return recurring.interval(level);
        }
        double priced = spend.extra(1).doubleValue() / spend.extra(2).doubleValue();
        return RatioInterval.scaled(spend.interval(level), priced / spend.years());
    }

    private double inAYear(double churn) {
        return 1 - Math.pow(1 - churn, 1 / stopped.years());
    }

    private double share() {
        return margin == null ? 1 : margin.doubleValue();
    }
}
