package io.rapport.metrics.value;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.math.Interval;
import io.rapport.metrics.math.RatioInterval;
import io.rapport.metrics.metric.Aggregates;
import io.rapport.metrics.metric.Figure;
import io.rapport.metrics.metric.Figure.Scalar;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Money;
import io.rapport.metrics.spend.AcquisitionCost;
import java.util.Currency;
import java.util.List;

/** What a customer is worth, as figures. */
final class WorthFigures {
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
                            Money.units(worth.interval(level), business.currency()),
                            Figure.reliability(worth.n()),
                            worth.reason()),
                    worth,
                    business);
        }
    }

    /** @param lifespan in years; null where the churn tells */
    record Times(Business business, Double lifespan) implements Measure {
        private static final String NOTHING_SPENT = "nothing_spent";

        @Override
        public List<String> aggregates() {
            return List.of();
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            Worth worth = Worth.of(found, business.margin(), lifespan);
            AcquisitionCost cost = cost(found);
            String reason = worth.reason() != null ? worth.reason() : reason(cost);
            Scalar figure = new Scalar(
                    reason == null ? worth.value() / each(cost) : null,
                    money(worth.value(), business.currency()),
                    money(each(cost), business.currency()),
                    worth.n(),
                    reason == null
                            ? ratio(worth.value(), worth.interval(level), each(cost), cost.interval(level))
                            : null,
                    Figure.reliability(Math.min(worth.n(), cost.customers())),
                    reason);
            return tell(cost, parts(figure, worth, business), business.currency());
        }

        /** To have spent nothing is to be divided by nothing. */
        private static String reason(AcquisitionCost cost) {
            return cost.reason() == null && cost.spent().signum() == 0 ? NOTHING_SPENT : cost.reason();
        }
    }

    /** @param lifespan doesn't matter */
    record Payback(Business business, Double lifespan) implements Measure {
        private static final int MONTHS = 12;
        private static final String NO_MARGIN = "no_margin";

        @Override
        public List<String> aggregates() {
            return List.of();
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            Worth worth = Worth.of(found, business.margin(), lifespan);
            AcquisitionCost cost = cost(found);
            Double monthly = worth.yearlyMargin() == null ? null : worth.yearlyMargin() / MONTHS;
            String reason = reason(monthly, cost);
            Interval earned = RatioInterval.scaled(worth.yearlyMarginInterval(level), 1.0 / MONTHS);
            Scalar figure = new Scalar(
                    reason == null ? each(cost) / monthly : null,
                    money(each(cost), business.currency()),
                    money(monthly, business.currency()),
                    worth.n(),
                    reason == null ? ratio(each(cost), cost.interval(level), monthly, earned) : null,
                    Figure.reliability(Math.min(worth.n(), cost.customers())),
                    reason);
            return tell(cost, parts(figure, worth, business), business.currency());
        }

        /** Who leaves nothing never pays it back. */
        private static String reason(Double monthly, AcquisitionCost cost) {
            if (monthly == null) {
                return Figure.NO_DATA;
            }
            return monthly <= 0 ? NO_MARGIN : cost.reason();
        }
    }

    private static AcquisitionCost cost(Aggregates found) {
        return AcquisitionCost.of(Joined.parts(found, 4).getLast());
    }

    private static Double each(AcquisitionCost cost) {
        return cost.each() == null ? null : cost.each().doubleValue();
    }

    private static Interval ratio(double first, Interval of, double second, Interval by) {
        return of == null || by == null ? null : RatioInterval.mover(first, of, second, by);
    }

    private static Scalar tell(AcquisitionCost cost, Scalar figure, Currency currency) {
        return figure.with("spend", Money.ofMinor(cost.spent(), currency))
                .with("newCustomers", cost.customers())
                .with("spendWithoutRate", cost.withoutRate());
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
