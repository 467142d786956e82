package io.rapport.metrics.spend;

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
import java.math.MathContext;
import java.util.Currency;
import java.util.List;

/** What it costs to win a customer. */
@ApplicationScoped
class AcquisitionMetrics implements MetricFamily {
    static final String NO_NEW_CUSTOMERS = "no_new_customers";

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
            1);

    /* Spend / customers who became one in the period. Unit: money; complete counts, without an interval. Null without any. */
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
            return List.of("0", "0", "0");
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            long customers = found.count(0);
            return new Figure.Scalar(
                            customers == 0
                                    ? null
                                    : Money.ofMinor(
                                            found.values()
                                                    .get(1)
                                                    .divide(found.values().getFirst(), MathContext.DECIMAL64),
                                            currency),
                            Money.ofMinor(found.values().get(1), currency),
                            customers,
                            customers,
                            null,
                            Figure.OK,
                            customers == 0 ? NO_NEW_CUSTOMERS : null)
                    .with("currency", currency.getCurrencyCode())
                    .with("spendWithoutRate", found.count(2));
        }
    }
}
