package io.rapport.metrics.spend;

import io.rapport.metrics.math.Interval;
import io.rapport.metrics.math.RatioInterval;
import io.rapport.metrics.metric.AggregatedMetric;
import io.rapport.metrics.metric.Aggregates;
import io.rapport.metrics.metric.Figure;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Metric;
import io.rapport.metrics.metric.MetricFamily;
import io.rapport.metrics.metric.Money;
import io.rapport.metrics.metric.Parameter;
import io.rapport.metrics.metric.ParameterizedMetric;
import io.rapport.metrics.metric.Rolled;
import io.rapport.metrics.value.ValueSources;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Currency;
import java.util.List;

/** What it costs to win a customer. */
@ApplicationScoped
class AcquisitionMetrics implements MetricFamily {
    /** Which spend counts; without it all does. */
    private static final Parameter KIND = Parameter.oneOf("kind", Spend.KINDS);

    private static final Metric.Description CAC = new Metric.Description(
            "cac",
            "Cost of a new customer",
            "What was spent on sales and marketing in the period for each customer won in it; by the channel or campaign that"
                    + " they came by, and that the money was spent on.",
            "scalar",
            "money",
            "lower",
            2);

    /* Spend / customers who became one in the period. Unit: money. Null without any, and where nobody said what was spent. Garwood. */
    @Override
    public List<Metric> metrics() {
        return List.of(new ParameterizedMetric(
                new AggregatedMetric(CAC, ValueSources.ACQUIRED, null, null),
                List.of(KIND),
                (given, business) -> new AggregatedMetric(
                        CAC,
                        ValueSources.ACQUIRED,
                        null,
                        new Cost(business.currency()),
                        new Rolled.Own((metric, scope) -> new AcquisitionSums(scope, given.get("kind"))))));
    }

    private record Cost(Currency currency) implements Measure {
        @Override
        public List<String> aggregates() {
            return List.of("0", "0", "0", "0");
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            AcquisitionCost cost = AcquisitionCost.of(found);
            return new Figure.Scalar(
                            cost.each() == null ? null : Money.ofMinor(cost.each(), currency),
                            Money.ofMinor(cost.spent(), currency),
                            cost.customers(),
                            cost.customers(),
                            Money.units(cost.interval(level), currency),
                            Figure.reliability(cost.customers()),
                            cost.reason())
                    .with("currency", currency.getCurrencyCode())
                    .with("spendWithoutRate", cost.withoutRate());
        }

        @Override
        public Interval difference(Aggregates now, Aggregates before, double level) {
            AcquisitionCost cost = AcquisitionCost.of(now);
            AcquisitionCost then = AcquisitionCost.of(before);
            Interval interval = cost.interval(level);
            Interval earlier = then.interval(level);
            return interval == null || earlier == null
                    ? null
                    : Money.units(
                            RatioInterval.difference(
                                    cost.each().doubleValue(),
                                    interval,
                                    then.each().doubleValue(),
                                    earlier),
                            currency);
        }
    }
}
