package io.rapport.metrics.feedback;

import io.rapport.metrics.metric.AggregatedMetric;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Metric;
import io.rapport.metrics.metric.MetricFamily;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What customers say, by the feedback that holds: its latest revision, unless it was deleted. */
@ApplicationScoped
class FeedbackMetrics implements MetricFamily {
    private static final String REVIEW = "kind = 'review'";

    private static final FactSource SOURCE = FeedbackSource.SOURCE;

    private static final List<Metric> METRICS = List.of(
            /* Feedback of kind review that isn't deleted. Unit: reviews, from 0. */
            new AggregatedMetric(
                    new Metric.Description(
                            "review_count",
                            "Reviews",
                            "How many reviews were written.",
                            "scalar",
                            "count",
                            "higher",
                            1),
                    SOURCE,
                    REVIEW,
                    Measure.Count.ROWS),
            /* Mean rating of reviews with stars, each brought to 1–5. Unit: stars; null without any. t interval. */
            new AggregatedMetric(
                    new Metric.Description(
                            "average_rating",
                            "Average rating",
                            "The mean of the stars that reviews gave, brought to 1 to 5.",
                            "scalar",
                            "stars",
                            "higher",
                            1),
                    SOURCE,
                    REVIEW + " and rating is not null",
                    new Measure.Mean("rating")),
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
                    new Measure.Spread("label", List.of("positive", "neutral", "negative"))),
            /* % promoters (9–10) − % detractors (0–6) of all answers to NPS surveys. Unit: points, −100 to 100; null without. */
            new AggregatedMetric(
                    new Metric.Description(
                            "nps",
                            "Net Promoter Score",
                            "The percentage of customers who would recommend you (9 or 10 of 10) minus that of those who"
                                    + " would not (0 to 6).",
                            "scalar",
                            "points",
                            "higher",
                            1),
                    SOURCE,
                    "survey_type = 'nps' and survey_score is not null",
                    new Measure.Nps("survey_score")));

    @Override
    public List<Metric> metrics() {
        return METRICS;
    }
}
