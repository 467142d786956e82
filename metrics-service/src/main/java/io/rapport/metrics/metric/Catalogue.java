package io.rapport.metrics.metric;

import io.rapport.metrics.metric.Metric.Description;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All metrics: a new one is a definition here, or a bean of its own where it is no plain measure over rows. */
@ApplicationScoped
class Catalogue {
    private static final String REVIEW = "kind = 'review'";

    private static final List<Metric> AGGREGATED = List.of(
            /* Distinct visitors with at least one page view. Unit: visitors, from 0. Exact over any period, no sum of days. */
            new AggregatedMetric(
                    new Description(
                            "visitors",
                            "Visitors",
                            "How many different visitors saw at least one page.",
                            "scalar",
                            "count",
                            "higher",
                            1),
                    FactSource.PAGE_VIEWS,
                    null,
                    Measure.Count.distinct("visitor_id")),
            /* Runs of one visitor's web events with no gap over 30 minutes, by the day on which they began. Unit: visits. */
            new AggregatedMetric(
                    new Description(
                            "visits",
                            "Visits",
                            "How often visitors came: a visit ends after 30 minutes without anything.",
                            "scalar",
                            "count",
                            "higher",
                            1),
                    FactSource.VISITS,
                    null,
                    Measure.Count.ROWS),
            /* page_view events that no bot caused. Unit: page views, from 0. */
            new AggregatedMetric(
                    new Description(
                            "page_views",
                            "Page views",
                            "How many pages were looked at.",
                            "scalar",
                            "count",
                            "higher",
                            1),
                    FactSource.PAGE_VIEWS,
                    null,
                    Measure.Count.ROWS),
            /* Visits with exactly one page view / visits. Unit: ratio, 0 to 1; null without visits. Wilson interval. */
            new AggregatedMetric(
                    new Description(
                            "bounce_rate",
                            "Bounce rate",
                            "The share of visits that saw exactly one page.",
                            "scalar",
                            "ratio",
                            "lower",
                            1),
                    FactSource.VISITS,
                    null,
                    new Measure.Share("page_views = 1")),
            /* Feedback of kind review that isn't deleted. Unit: reviews, from 0. */
            new AggregatedMetric(
                    new Description(
                            "review_count",
                            "Reviews",
                            "How many reviews were written.",
                            "scalar",
                            "count",
                            "higher",
                            1),
                    FactSource.FEEDBACK,
                    REVIEW,
                    Measure.Count.ROWS),
            /* Mean rating of reviews with stars, each brought to 1–5. Unit: stars; null without any. t interval. */
            new AggregatedMetric(
                    new Description(
                            "average_rating",
                            "Average rating",
                            "The mean of the stars that reviews gave, brought to 1 to 5.",
                            "scalar",
                            "stars",
                            "higher",
                            1),
                    FactSource.FEEDBACK,
                    REVIEW + " and rating is not null",
                    new Measure.Mean("rating")),
            /* Mean document score of all texts that could be read. Unit: score, −1 to 1; null without any. t interval. */
            new AggregatedMetric(
                    new Description(
                            "sentiment_score",
                            "Sentiment",
                            "How customers' words sound on average, from −1 (very negative) to 1 (very positive).",
                            "scalar",
                            "score",
                            "higher",
                            1),
                    FactSource.FEEDBACK,
                    "score is not null",
                    new Measure.Mean("score")),
            /* Shares of positive, neutral and negative texts among those that could be read. Wilson interval of each. */
            new AggregatedMetric(
                    new Description(
                            "sentiment_share",
                            "Sentiment shares",
                            "Which share of customers' texts is positive, neutral and negative.",
                            "distribution",
                            "ratio",
                            "neither",
                            1),
                    FactSource.FEEDBACK,
                    "label is not null",
                    new Measure.Spread("label", List.of("positive", "neutral", "negative"))),
            /* % promoters (9–10) − % detractors (0–6) of all answers to NPS surveys. Unit: points, −100 to 100; null without. */
            new AggregatedMetric(
                    new Description(
                            "nps",
                            "Net Promoter Score",
                            "The percentage of customers who would recommend you (9 or 10 of 10) minus that of those who"
                                    + " would not (0 to 6).",
                            "scalar",
                            "points",
                            "higher",
                            1),
                    FactSource.FEEDBACK,
                    "survey_type = 'nps' and survey_score is not null",
                    new Measure.Nps("survey_score")));

    private final Map<String, Metric> metrics = new LinkedHashMap<>();

    Catalogue(@Any Instance<WholeMetric> others) {
        AGGREGATED.forEach(this::add);
        others.forEach(this::add);
    }

    Collection<Metric> all() {
        return metrics.values();
    }

    Optional<Metric> find(String id) {
        return Optional.ofNullable(metrics.get(id));
    }

    private void add(Metric metric) {
        metrics.put(metric.description().id(), metric);
    }
}
