package io.rapport.metrics.feedback;

import io.rapport.metrics.metric.AggregatedMetric;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Metric;
import io.rapport.metrics.metric.MetricFamily;
import io.rapport.metrics.metric.Parameter;
import io.rapport.metrics.metric.ParameterizedMetric;
import io.rapport.metrics.metric.Ratio;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What surveys say. An answer that was broken off counts by the score that it gave. */
@ApplicationScoped
class SurveyMetrics implements MetricFamily {
    private static final String DIRECTION = "direction";

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
                 * Mean effort on 1–7, 1 the least; answers on other scales are brought to 1–7. Unit: points; null without answers, and
                 * where both wordings were asked. t interval.
                 */
                ofEitherWording(
                        "ces",
                        "Customer effort",
                        "How much effort customers had, from 1 (very little) to 7 (very much). Surveys that ask the other way, how"
                                + " easy it was, are turned round, and never averaged with those that ask how hard it was.",
                        "points",
                        "lower",
                        new Wordings(
                                new Measure.Mean(SurveyScore.EFFORT_IF_HARD),
                                new Measure.Mean(SurveyScore.EFFORT_IF_EASY))),
                /*
                 * Answers on the two easiest points of their survey's scale / answers. Unit: ratio, 0 to 1; null without answers, and
                 * where both wordings were asked. Wilson interval.
                 */
                ofEitherWording(
                        "ces_low_effort_share",
                        "Little effort",
                        "The share of customers who chose one of the two easiest answers; never of both wordings, how easy and how"
                                + " hard it was, together.",
                        "ratio",
                        "higher",
                        new Wordings(
                                new Ratio(SurveyScore.ASKED_HARD + " and " + SurveyScore.EASY, SurveyScore.ASKED_HARD),
                                new Ratio(
                                        SurveyScore.ASKED_EASY + " and " + SurveyScore.EASY, SurveyScore.ASKED_EASY))),
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
                /* Of what events tell to be shown in the period, what was answered since. Unit: ratio, 0 to 1. Wilson interval. */
                metric(
                        "survey_response_rate",
                        "Survey response",
                        "How many of the surveys that were shown were answered since, at least in part. Where nobody tells what is"
                                + " shown, there is no rate.",
                        "ratio",
                        "higher",
                        SurveySteps.SOURCE,
                        "step in ('shown', 'answered')",
                        new Ratio("step = 'answered'", "step = 'shown'")),
                /* Completed / started in the period. Unit: ratio, 0 to 1. Wilson interval. */
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

    /** {@code direction} chooses one of the two wordings. */
    private static Metric ofEitherWording(
            String id, String name, String text, String unit, String better, Measure measure) {
        AggregatedMetric both = new AggregatedMetric(
                new Metric.Description(id, name, text, "scalar", unit, better, 2),
                FeedbackSource.SOURCE,
                scored("ces"),
                measure);
        return new ParameterizedMetric(
                both,
                List.of(Parameter.oneOf(DIRECTION, List.of("low", "high"))),
                (given, business) -> "high".equals(given.get(DIRECTION))
                        ? only(both, SurveyScore.ASKED_EASY)
                        : given.containsKey(DIRECTION) ? only(both, SurveyScore.ASKED_HARD) : both);
    }

    private static AggregatedMetric only(AggregatedMetric metric, String asked) {
        return new AggregatedMetric(
                metric.description(), metric.source(), metric.condition() + " and " + asked, metric.measure());
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
