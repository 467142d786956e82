package io.rapport.metrics.feedback;

import io.rapport.metrics.metric.AggregatedMetric;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Metric;
import io.rapport.metrics.metric.MetricFamily;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How customers' words sound, by the feedback that holds: its latest revision, unless it was deleted. */
@ApplicationScoped
class FeedbackMetrics implements MetricFamily {
    private static final FactSource SOURCE = FeedbackSource.SOURCE;

    private static final List<Metric> METRICS = List.of(
            /* Mean document score of all texts that could be read. Unit: score, −1 to 1; null without any. t interval. */
            new AggregatedMetric(
                    new Metric.Description(
                            "sentiment_score",
                            "Sentiment",
                            "How customers' words sound on average, from −1 (very negative) to 1 (very positive).",
                            "scalar",
                            "score",
                            "higher",
                            1),
                    SOURCE,
                    "score is not null",
                    new Measure.Mean("score")),
            /* Shares of positive, neutral and negative texts among those that could be read. Wilson interval of each. */
            new AggregatedMetric(
                    new Metric.Description(
                            "sentiment_share",
                            "Sentiment shares",
                            "Which share of customers' texts is positive, neutral and negative.",
                            "distribution",
                            "ratio",
                            "neither",
                            1),
                    SOURCE,
                    "label is not null",
                    new Measure.Spread("label", List.of("positive", "neutral", "negative"))));

    @Override
    public List<Metric> metrics() {
        return METRICS;
    }
}
