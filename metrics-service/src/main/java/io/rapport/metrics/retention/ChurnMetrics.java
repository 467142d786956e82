package io.rapport.metrics.retention;

import io.rapport.metrics.math.Interval;
import io.rapport.metrics.math.Proportions;
import io.rapport.metrics.metric.AggregatedMetric;
import io.rapport.metrics.metric.Aggregates;
import io.rapport.metrics.metric.Figure;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Metric;
import io.rapport.metrics.metric.MetricFamily;
import io.rapport.metrics.metric.Parameter;
import io.rapport.metrics.metric.ParameterizedMetric;
import io.rapport.metrics.metric.Ratio;
import io.rapport.metrics.metric.Rolled;
import io.rapport.metrics.value.RatioOfSums;
import io.rapport.metrics.value.ValueSources;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Who stays and who goes. Active at a moment is who has a subscription that runs, or, without a contract, who has ordered within the
 * business's days of inactivity before it.
 */
@ApplicationScoped
class ChurnMetrics implements MetricFamily {
    private static final Parameter KIND = Parameter.oneOf("kind", List.of("gross", "net"));

    @Override
    public List<Metric> metrics() {
        return List.of(
                /* Active at the start and no longer at the end / active at the start. Unit: ratio, 0 to 1. Wilson. */
                staying(
                        "churn_rate",
                        "Churn",
                        "The share of the customers who were there at the period's start and had stopped by its end.",
                        "lower",
                        false),
                /* 1 − churn. Unit: ratio, 0 to 1. Wilson. */
                staying(
                        "retention_rate",
                        "Retention",
                        "The share of the customers who were there at the period's start and still are at its end.",
                        "higher",
                        true),
                revenue());
    }

    private static Metric staying(String id, String name, String text, String better, boolean stays) {
        Metric.Description description = new Metric.Description(id, name, text, "scalar", "ratio", better, 2);
        return new ParameterizedMetric(
                new AggregatedMetric(description, ValueSources.STAYING, null, null),
                List.of(Basis.PARAMETER),
                (given, business) -> new AggregatedMetric(
                        description,
                        ValueSources.STAYING,
                        null,
                        new Stopped(stays),
                        new Rolled.Own((metric, scope) ->
                                StayingUnits.stopped(ValueSources.STAYING, given.get(Basis.NAME), scope))));
    }

    /*
     * What the customers with a subscription at the start bring in less by the end / what they brought in. Unit: ratio; the gross one
     * from 0 to 1, the net one below 0 where they bring in more. BCa interval over customers.
     */
    private static Metric revenue() {
        Metric.Description description = new Metric.Description(
                "revenue_churn_rate",
                "Revenue churn",
                "The share of the recurring revenue at the period's start that was lost by its end, through cancellations and"
                        + " cheaper plans; net of what the same customers pay more (kind=net).",
                "scalar",
                "ratio",
                "lower",
                2);
        return new ParameterizedMetric(
                new AggregatedMetric(description, ValueSources.STAYING, null, null),
                List.of(KIND),
                (given, business) -> {
                    boolean net = "net".equals(given.get("kind"));
                    return new AggregatedMetric(
                            description,
                            ValueSources.STAYING,
                            null,
                            new LostRevenue(business.currency()),
                            new Rolled.Own((metric, scope) -> StayingUnits.lost(ValueSources.STAYING, net, scope)));
                });
    }

    /** @param stays whether those are counted who are still there */
    private record Stopped(boolean stays) implements Measure {
        @Override
        public List<String> aggregates() {
            return RatioOfSums.names();
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            RatioOfSums ratio = RatioOfSums.of(found);
            String basis = ratio.isEmpty()
                    ? null
                    : (ratio.extra(1).signum() > 0 ? Basis.CONTRACTUAL : Basis.INACTIVITY).text();
            return Ratio.of(part(found), found.count(2), level).with(Basis.NAME, basis);
        }

        @Override
        public Interval difference(Aggregates now, Aggregates before, double level) {
            return now.count(2) == 0 || before.count(2) == 0
                    ? null
                    : Proportions.difference(part(now), now.count(2), part(before), before.count(2), level);
        }

        private long part(Aggregates found) {
            return stays ? found.count(2) - found.count(1) : found.count(1);
        }
    }
}
