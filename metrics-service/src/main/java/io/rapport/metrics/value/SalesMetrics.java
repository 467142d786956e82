package io.rapport.metrics.value;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.metric.AggregatedMetric;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Metric;
import io.rapport.metrics.metric.MetricFamily;
import io.rapport.metrics.metric.ParameterizedMetric;
import io.rapport.metrics.metric.Rolled;
import io.rapport.metrics.metric.Scope;
import io.rapport.metrics.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** What is ordered. Refunds are subtracted in the period of the refund; what is in no currency with a rate is left out, and told. */
@ApplicationScoped
class SalesMetrics implements MetricFamily {

    @Override
    public List<Metric> metrics() {
        return List.of(
                /* Amounts of orders less refunds of the period. Unit: money; a complete count, without an interval. */
                money(
                        description(
                                "revenue",
                                "Revenue",
                                "What orders brought in, less what was given back in the period.",
                                "money",
                                "higher"),
                        ValueSources.SALES,
                        business -> new Sales.Revenue(business.currency()),
                        null),
                /* Orders, each once however often it is told of. Unit: orders, from 0. */
                new AggregatedMetric(
                        description("orders", "Orders", "How many orders were made.", "count", "higher"),
                        ValueSources.SALES,
                        "type = 'purchase'",
                        new Sales.Orders()),
                /* Revenue / orders. Unit: money. BCa interval over orders. */
                money(
                        description(
                                "average_order_value",
                                "Average order value",
                                "What an order brought in on average, refunds subtracted in the period of the refund.",
                                "money",
                                "higher"),
                        ValueSources.SALES,
                        business -> new Sales.Average(business.currency()),
                        SalesUnits::orders),
                /* Orders of known customers / distinct buyers / years of the period. Unit: orders a year. BCa interval over buyers. */
                new AggregatedMetric(
                        description(
                                "purchase_frequency",
                                "Purchase frequency",
                                "How many orders somebody who buys makes in a year, at the pace of the period.",
                                "orders a year",
                                "higher"),
                        ValueSources.ORDERS,
                        null,
                        new Sales.Frequency(),
                        own(ValueSources.ORDERS, SalesUnits::buyers)),
                /* Buyers of the period with two orders or more ever, by its end / buyers. Unit: ratio, 0 to 1. Wilson. */
                new AggregatedMetric(
                        description(
                                "repeat_purchase_rate",
                                "Repeat purchases",
                                "The share of the period's buyers who have ordered at least twice by its end, ever.",
                                "ratio",
                                "higher"),
                        ValueSources.ORDERS,
                        null,
                        new Sales.Part(),
                        own(ValueSources.ORDERS, SalesUnits::repeaters)));
    }

    /** A query over the rows of a source. */
    @FunctionalInterface
    interface Units {
        Sql of(FactSource source, Scope scope, Sql spans, String dimension);
    }

    static UnitSums sums(FactSource source, Units units, Scope scope) {
        return new UnitSums(scope, (connection, of, spans, dimension) -> units.of(source, of, spans, dimension));
    }

    private static Rolled own(FactSource source, Units units) {
        return new Rolled.Own((metric, scope) -> sums(source, units, scope));
    }

    private static Metric money(
            Metric.Description description, FactSource source, Function<Business, Measure> measure, Units units) {
        Rolled rolled = units == null ? null : own(source, units);
        return new ParameterizedMetric(
                new AggregatedMetric(description, source, null, null, rolled),
                List.of(),
                (given, business) -> new AggregatedMetric(description, source, null, measure.apply(business), rolled));
    }

    private static Metric.Description description(String id, String name, String text, String unit, String better) {
        return new Metric.Description(id, name, text, "scalar", unit, better, 1);
    }
}
