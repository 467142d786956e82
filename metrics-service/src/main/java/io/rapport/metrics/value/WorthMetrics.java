package io.rapport.metrics.value;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.metric.AggregatedMetric;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Metric;
import io.rapport.metrics.metric.MetricFamily;
import io.rapport.metrics.metric.Parameter;
import io.rapport.metrics.metric.ParameterizedMetric;
import io.rapport.metrics.metric.Rolled;
import io.rapport.metrics.metric.Scope;
import io.rapport.metrics.metric.Selection;
import io.rapport.metrics.retention.Basis;
import io.rapport.metrics.retention.StayingUnits;
import io.rapport.metrics.spend.AcquisitionSums;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a customer is worth, and against what it cost to win one. */
@ApplicationScoped
class WorthMetrics implements MetricFamily {
    private static final Parameter LIFESPAN = new Parameter(
            "lifespan",
            Pattern.compile("0*[1-9]\\d{0,2}(\\.\\d{1,4})?|0+\\.\\d{0,3}[1-9]\\d{0,3}"),
            "years above 0, such as 2.5");
    private static final List<Parameter> PARAMETERS = List.of(Basis.PARAMETER, LIFESPAN);

    @Override
    public List<Metric> metrics() {
        return List.of(
                /* Average order value × orders a year × years × margin. Unit: money. Interval: BCa and Wilson by MOVER. */
                metric(
                        "cltv",
                        "Customer lifetime value",
                        "What a customer brings in over their whole time: the average order, times the orders of a year, times the"
                                + " years that customers stay (1 / yearly churn, or lifespan), times your margin if you give one.",
                        "money",
                        "higher",
                        ValueSources.STAYING,
                        false,
                        WorthFigures.Lifetime::new),
                /* cltv / cac. Unit: ratio. Interval: theirs, by MOVER, as if one told nothing of the other. */
                metric(
                        "cltv_to_cac",
                        "Lifetime value to cost",
                        "How many times a customer brings in what it cost to win them.",
                        "ratio",
                        "higher",
                        ValueSources.ACQUIRED,
                        true,
                        WorthFigures.Times::new),
                /* cac / (what a customer brings in within a month after costs). Unit: months. Interval: theirs, by MOVER. */
                metric(
                        "cac_payback_months",
                        "Months to earn it back",
                        "After how many months a customer has brought in, after costs, what it cost to win them.",
                        "months",
                        "lower",
                        ValueSources.ACQUIRED,
                        true,
                        WorthFigures.Payback::new));
    }

    /** Makes figures of a business's money. */
    @FunctionalInterface
    private interface Figures {
        Measure of(Business business, Double lifespan);
    }

    private static Metric metric(
            String id,
            String name,
            String text,
            String unit,
            String better,
            FactSource source,
            boolean withCost,
            Figures figures) {
        Metric.Description description = new Metric.Description(id, name, text, "scalar", unit, better, 1);
        return new ParameterizedMetric(
                new AggregatedMetric(description, source, null, null),
                PARAMETERS,
                (given, business) -> new AggregatedMetric(
                        description,
                        source,
                        null,
                        figures.of(business, lifespan(given)),
                        new Rolled.Own((metric, scope) -> parts(source, given, scope, withCost))));
    }

    private static Joined parts(FactSource source, Map<String, String> given, Scope scope, boolean withCost) {
        List<Selection> parts = new ArrayList<>(List.of(
                SalesMetrics.sums(source, SalesUnits::worth, scope),
                StayingUnits.stopped(source, given.get(Basis.NAME), scope),
                StayingUnits.recurring(source, scope)));
        if (withCost) {
            parts.add(new AcquisitionSums(scope, null));
        }
        return new Joined(parts);
    }

    private static Double lifespan(Map<String, String> given) {
        String years = given.get(LIFESPAN.name());
        return years == null ? null : Double.valueOf(years);
    }
}
