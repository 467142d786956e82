package io.rapport.metrics.feedback;

import io.rapport.metrics.metric.AggregatedMetric;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Metric;
import io.rapport.metrics.metric.MetricFamily;
import io.rapport.metrics.metric.Ratio;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What surveys say. An answer that was broken off counts by the score that it gave. */
@ApplicationScoped
class SurveyMetrics implements MetricFamily {

    @Override
    public List<Metric> metrics() {
        return List.of(
                /* % promoters (9–10) − % detractors (0–6) of all answers to NPS surveys. Unit: points, −100 to 100; null without. */
                metric(
                        "nps",
                        "Net Promoter Score",
                        "The percentage of customers who would recommend you (9 or 10 of 10) minus that of those who"
                                + " would not (0 to 6).",
                        "points",
                        "higher",
                        FeedbackSource.SOURCE,
                        scored("nps"),
                        new Measure.Nps("survey_score")),
                /*
                 * Mean effort on 1–7, 1 the least; answers to surveys that ask the other way (7 is easy) are turned round, and those on
                 * other scales brought to 1–7. Unit: points; null without answers. t interval.
                 */
                metric(
                        "ces",
                        "Customer effort",
                        "How much effort customers had, from 1 (very little) to 7 (very much). Surveys that ask the other way, how"
                                + " easy it was, are turned round first.",
                        "points",
                        "lower",
                        FeedbackSource.SOURCE,
                        scored("ces"),
                        new Directed(new Measure.Mean(SurveyScore.EFFORT))),
                /* Answers on the two easiest points of their survey's scale / answers. Unit: ratio, 0 to 1. Wilson interval. */
                metric(
                        "ces_low_effort_share",
                        "Little effort",
                        "The share of customers who chose one of the two easiest answers, whichever way the survey asks.",
                        "ratio",
                        "higher",
                        FeedbackSource.SOURCE,
                        scored("ces"),
                        new Directed(new Measure.Share(SurveyScore.EASY))),
                /* Answers of 4–5 on 1–5 / answers; other scales are brought to it. Unit: ratio, 0 to 1. Wilson interval. */
                metric(
                        "csat",
                        "Satisfaction",
                        "The share of satisfied answers (4 or 5 of 5) to satisfaction surveys.",
                        "ratio",
                        "higher",
                        FeedbackSource.SOURCE,
                        scored("csat"),
                        new Measure.Share(SurveyScore.SATISFIED)),
                /* Answers / times shown, of what events tell to be shown. Unit: ratio, from 0; Wilson interval up to 1. */
                metric(
                        "survey_response_rate",
                        "Survey response",
                        "How many of the surveys that were shown were answered, at least in part.",
                        "ratio",
                        "higher",
                        SurveySteps.SOURCE,
                        "step in ('shown', 'answered')",
                        new Ratio("step = 'answered'", "step = 'shown'")),
                /* Completed / started. Unit: ratio, from 0; Wilson interval up to 1. */
                metric(
                        "survey_completion_rate",
                        "Survey completion",
                        "How many of the surveys that were started were answered to the end.",
                        "ratio",
                        "higher",
                        SurveySteps.SOURCE,
                        "step in ('started', 'completed')",
                        new Ratio("step = 'completed'", "step = 'started'")));
    }

    private static String scored(String type) {
        return "survey_type = '" + type + "' and survey_score is not null";
    }

    private static AggregatedMetric metric(
            String id,
            String name,
            String text,
            String unit,
            String better,
            FactSource source,
            String condition,
            Measure measure) {
        return new AggregatedMetric(
                new Metric.Description(id, name, text, "scalar", unit, better, 1), source, condition, measure);
    }
}
