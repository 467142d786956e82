package io.rapport.metrics.value;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.math.Interval;
import io.rapport.metrics.math.RatioInterval;
import io.rapport.metrics.metric.Aggregates;
import io.rapport.metrics.metric.Figure;
import io.rapport.metrics.metric.Figure.Scalar;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/** What a customer is worth, as figures. */
final class WorthFigures {
    private static final String NO_SPEND = "no_spend";
    private static final String NO_NEW_CUSTOMERS = "no_new_customers";

    private WorthFigures() {}

    /** @param lifespan in years; null where the churn tells */
    record Lifetime(Business business, Double lifespan) implements Measure {
        @Override
        public List<String> aggregates() {
            return List.of();
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            Worth worth = Worth.of(found, business.margin(), lifespan);
            Money value = money(worth.value(), business.currency());
            return parts(
                    new Scalar(
                            value,
                            value,
                            null,
                            worth.n(),
                            Sales.inUnits(worth.interval(level), business.currency()),
                            Figure.reliability(worth.n()),
                            worth.reason()),
                    worth,
                    business);
        }
    }

    /** @param lifespan in years; null where the churn tells */
    record Times(Business business, Double lifespan) implements Measure {
        @Override
        public List<String> aggregates() {
            return List.of();
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            Worth worth = Worth.of(found, business.margin(), lifespan);
            Cost cost = Cost.of(found);
            String reason = worth.reason() != null ? worth.reason() : cost.reason();
            Scalar figure = new Scalar(
                    reason == null ? worth.value() / cost.each() : null,
                    money(worth.value(), business.currency()),
                    money(cost.each(), business.currency()),
                    worth.n(),
                    reason == null ? RatioInterval.scaled(worth.interval(level), 1 / cost.each()) : null,
                    Figure.reliability(worth.n()),
                    reason);
            return cost.tell(parts(figure, worth, business), business.currency());
        }
    }

    /** @param lifespan doesn't matter */
    record Payback(Business business, Double lifespan) implements Measure {
        private static final int MONTHS = 12;

        @Override
        public List<String> aggregates() {
            return List.of();
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            Worth worth = Worth.of(found, business.margin(), lifespan);
            Cost cost = Cost.of(found);
            Double monthly = worth.yearlyMargin() == null ? null : worth.yearlyMargin() / MONTHS;
            String reason = monthly == null || monthly <= 0 ? Figure.NO_DATA : cost.reason();
            Scalar figure = new Scalar(
                    reason == null ? cost.each() / monthly : null,
                    money(cost.each(), business.currency()),
                    money(monthly, business.currency()),
                    worth.n(),
                    reason == null ? interval(worth, cost, level) : null,
                    Figure.reliability(worth.n()),
                    reason);
            return cost.tell(parts(figure, worth, business), business.currency());
        }

        private static Interval interval(Worth worth, Cost cost, double level) {
            Interval yearly = worth.yearlyMarginInterval(level);
            return yearly == null || !(yearly.low() > 0)
                    ? null
                    : new Interval(
                            cost.each() * MONTHS / yearly.high(),
                            cost.each() * MONTHS / yearly.low(),
                            level,
                            yearly.method());
        }
    }

    /** What winning a customer cost. */
    private record Cost(long customers, BigDecimal spent, long withoutRate) {
        static Cost of(Aggregates found) {
            Aggregates sums = Joined.parts(found, 4).getLast();
            return new Cost(sums.count(0), sums.values().get(1), sums.count(2));
        }

        Double each() {
            return customers == 0 ? null : spent.doubleValue() / customers;
        }

        String reason() {
            if (customers == 0) {
                return NO_NEW_CUSTOMERS;
            }
            return spent.signum() == 0 ? NO_SPEND : null;
        }

        Scalar tell(Scalar figure, Currency currency) {
            return figure.with("spend", Money.ofMinor(spent, currency))
                    .with("newCustomers", customers)
                    .with("spendWithoutRate", withoutRate);
        }
    }

    /** Every figure shows what it is made of. */
    private static Scalar parts(Scalar figure, Worth worth, Business business) {
        Currency currency = business.currency();
        return figure.with(Sales.CURRENCY, currency.getCurrencyCode())
                .with("averageOrderValue", money(worth.averageOrder(), currency))
                .with("ordersPerYear", worth.ordersAYear())
                .with("valuePerYear", money(worth.yearly(), currency))
                .with("churnPerYear", worth.yearlyChurn())
                .with("lifespanYears", worth.years())
                .with(
                        "margin",
                        business.margin() == null ? null : business.margin().toPlainString());
    }

    private static Money money(Double minor, Currency currency) {
        return minor == null ? null : Money.ofMinor(minor, currency);
    }
}
