package io.rapport.metrics.overload;

import io.rapport.metrics.metric.AggregatedMetric;
import io.rapport.metrics.metric.DoneFact;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.Metric;
import io.rapport.metrics.metric.MetricFamily;
import io.rapport.metrics.metric.Rolled;
import io.rapport.metrics.metric.SpanSelection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How much customers are made to bear. */
@ApplicationScoped
class OverloadMetrics implements MetricFamily {
    /** Messages that reached somebody, by the channel that they name, or else that of their type. */
    static final FactSource CONTACTS = new FactSource(
            "contact",
            "occurred_at",
            "seq",
            null,
            FactSource.columns("channel", "campaign"),
            "",
            DoneFact::read,
            FactSource.Freshness.AT_ONCE);

    @Override
    public List<Metric> metrics() {
        return List.of(
                /* Messages received / (persons who received any × weeks). Unit: messages a week, above 0; null without. t interval. */
                new AggregatedMetric(
                        new Metric.Description(
                                "contact_frequency",
                                "Contact frequency",
                                "How many messages those who received any were sent a week, on average: e-mails, text and push"
                                        + " messages, letters, calls.",
                                "scalar",
                                "messages a week",
                                "neither",
                                1),
                        CONTACTS,
                        null,
                        new ContactFrequency(),
                        new Rolled.Own((metric, scope) ->
                                new SpanSelection(scope, ContactFrequency.SIZE, ContactFrequency::figures))));
    }
}
