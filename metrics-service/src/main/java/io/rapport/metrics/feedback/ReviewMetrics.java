package io.rapport.metrics.feedback;

import io.rapport.metrics.metric.AggregatedMetric;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Metric;
import io.rapport.metrics.metric.MetricFamily;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What reviews say in stars, and how they were answered: by feedback of kind review that isn't deleted. */
@ApplicationScoped
class ReviewMetrics implements MetricFamily {
    private static final String REVIEW = "kind = 'review'";
    private static final String WITH_STARS = REVIEW + " and rating is not null";

    /** Halves go up, as 4.5 stars are shown as 5. */
    private static final String STARS = "floor(rating + 0.5)::int::text";

    @Override
    public List<Metric> metrics() {
        return List.of(
                /* Feedback of kind review that isn't deleted. Unit: reviews, from 0. */
                metric(
                        "review_count",
                        "Reviews",
                        "How many reviews were written.",
                        "scalar",
                        "count",
                        "higher",
                        REVIEW,
                        Measure.Count.ROWS),
                /* Mean rating of reviews with stars, each brought to 1–5. Unit: stars; null without any. t interval. */
                metric(
                        "average_rating",
                        "Average rating",
                        "The mean of the stars that reviews gave, brought to 1 to 5.",
                        "scalar",
                        "stars",
                        "higher",
                        WITH_STARS,
                        new Measure.Mean("rating")),
                /* Shares of reviews with 1, 2, 3, 4 and 5 stars among those with stars, to the nearest. Wilson interval of each. */
                metric(
                        "rating_distribution",
                        "Ratings",
                        "Which share of reviews gave how many stars: brought to 1 to 5, then to the nearest whole one.",
                        "distribution",
                        "ratio",
                        "neither",
                        WITH_STARS,
                        new Measure.Spread(STARS, List.of("1", "2", "3", "4", "5"))),
                /* Reviews that the business has answered ever since / reviews. Unit: ratio, 0 to 1. Wilson interval. */
                metric(
                        "review_response_rate",
                        "Reviews answered",
                        "The share of the period's reviews that you have answered since.",
                        "scalar",
                        "ratio",
                        "higher",
                        REVIEW,
                        new Measure.Share("answered_at is not null")),
                /* Median of first answer − review, of the reviews that were answered. Unit: hours, from 0; null without. Interval by order statistics. */
                metric(
                        "review_response_time",
                        "Time to answer a review",
                        "How long the period's answered reviews waited for your first answer: half of them less, half of them"
                                + " more.",
                        "scalar",
                        "hours",
                        "lower",
                        REVIEW + " and answered_at is not null",
                        MedianTime.HOURS_TO_ANSWER));
    }

    private static AggregatedMetric metric(
            String id,
            String name,
            String text,
            String shape,
            String unit,
            String better,
            String condition,
            Measure measure) {
        return new AggregatedMetric(
                new Metric.Description(id, name, text, shape, unit, better, 1),
                FeedbackSource.SOURCE,
                condition,
                measure);
    }
}
