package io.rapport.metrics.advocacy;

import io.rapport.metrics.feedback.FeedbackSource;
import io.rapport.metrics.feedback.SurveyScore;
import io.rapport.metrics.metric.AggregatedMetric;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Metric;
import io.rapport.metrics.metric.MetricFamily;
import io.rapport.metrics.metric.Rolled;
import io.rapport.metrics.metric.Scope;
import io.rapport.metrics.metric.SegmentFilter;
import io.rapport.metrics.metric.SpanSelection;
import io.rapport.metrics.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Who speaks for the business, and who takes part. Active customers of a period are those who did anything in it (any event of theirs,
 * by their own id or by a visitor who they are), except what was merely done to them; see {@link AdvocacySources#ACTIVITY}.
 */
@ApplicationScoped
class AdvocacyMetrics implements MetricFamily {
    private static final String MENTION = "kind = 'post'";

    @Override
    public List<Metric> metrics() {
        return List.of(
                /* Customers with a referral_made in the period / active customers. Unit: ratio, 0 to 1. Wilson interval. */
                ofActive(
                        "referral_rate",
                        "Referral rate",
                        "The share of active customers (those who did anything in the period) who referred somebody in it.",
                        "type = 'referral_made'"),
                /* Referrals made in the period that converted ever since / referrals made in it. Unit: ratio. Wilson. */
                metric(
                        "referral_conversion_rate",
                        "Referral conversion",
                        "The share of people referred in the period who have become customers since.",
                        "ratio",
                        AdvocacySources.REFERRALS,
                        null,
                        new Measure.Share("converted_at is not null")),
                /* Feedback of kind post that isn't deleted. Unit: posts, from 0. */
                metric(
                        "mention_count",
                        "Mentions",
                        "How many public posts named the business.",
                        "count",
                        FeedbackSource.SOURCE,
                        MENTION,
                        Measure.Count.ROWS),
                /* Posts that were read as positive / all posts, read or not. Unit: ratio, 0 to 1. Wilson interval. */
                metric(
                        "share_of_positive_mentions",
                        "Positive mentions",
                        "The share of public posts naming the business whose words are positive.",
                        "ratio",
                        FeedbackSource.SOURCE,
                        MENTION,
                        new Measure.Share("label = 'positive'")),
                /* Feedback of kind review or post that isn't deleted. Unit: pieces, from 0. */
                metric(
                        "user_content_count",
                        "Content by customers",
                        "How much customers published about the business themselves: reviews and public posts, with whatever"
                                + " photos and videos they bear.",
                        "count",
                        FeedbackSource.SOURCE,
                        "kind in ('review', 'post')",
                        Measure.Count.ROWS),
                advocates(),
                /* Customers who came to an event or did anything in a community / active customers. Unit: ratio. Wilson. */
                ofActive(
                        "community_participation_rate",
                        "Community participation",
                        "The share of active customers (those who did anything in the period) who came to an event or took part"
                                + " in a community.",
                        "(type in ('event_attended', 'join_group') or type like 'community\\_%')"),
                /* Registrations of the period whose person attended ever since / registrations. Unit: ratio. Wilson. */
                metric(
                        "event_attendance_rate",
                        "Event attendance",
                        "The share of people registered for an event in the period who came to it.",
                        "ratio",
                        AdvocacySources.REGISTRATIONS,
                        null,
                        new Measure.Share("attended_at is not null")),
                /* Facts of type store_visit. Unit: visits, from 0. */
                metric(
                        "store_visits",
                        "Visits in person",
                        "How often people came in person, whether they bought something or not.",
                        "count",
                        AdvocacySources.STORE_VISITS,
                        null,
                        Measure.Count.ROWS),
                /* Persons who came again within 90 days of a visit in the period / persons who came. Unit: ratio. Wilson. */
                metric(
                        "repeat_visit_rate",
                        "Repeat visits",
                        "The share of known people who came in person in the period and came again within 90 days of it. Of the"
                                + " last 90 days it says what is known so far.",
                        "ratio",
                        AdvocacySources.STORE_VISITS,
                        "person is not null",
                        new Measure.DistinctShare("person", "again_at is not null", List.of())),
                /* CSAT answers of 4–5 on 1–5 at touchpoints called in_store… or store… / answers there. Unit: ratio. Wilson. */
                metric(
                        "in_store_csat",
                        "Satisfaction in store",
                        "The share of satisfied answers (4 or 5 of 5) to satisfaction surveys at touchpoints whose name begins"
                                + " with in_store or store.",
                        "ratio",
                        FeedbackSource.SOURCE,
                        "survey_type = 'csat' and survey_score is not null and touchpoint ~* '^(in[-_ ]?)?store'",
                        new Measure.Share(SurveyScore.SATISFIED)));
    }

    /*
     * Customers with a promoter's answer (9 or 10) in the period, a referral that converted in it, or three positive public posts in
     * the year before its end. Unit: customers, from 0.
     */
    private static AggregatedMetric advocates() {
        return new AggregatedMetric(
                new Metric.Description(
                        "advocate_count",
                        "Advocates",
                        "How many customers speak for you: by a promoter's answer or a referral that converted in the period, or by"
                                + " three positive public posts in the year before its end.",
                        "scalar",
                        "count",
                        "higher",
                        1),
                AdvocacySources.ADVOCACY,
                null,
                Measure.Count.ROWS,
                new Rolled.Own((metric, scope) -> new SpanSelection(scope, 1, AdvocacyMetrics::advocates)));
    }

    private static Sql advocates(Scope scope, Sql spans, String dimension) {
        return Sql.of("select i, null::text, count(*) from (select p.i, f.customer_id from")
                .add(spans)
                .add(
                        "join advocacy f on f.business_id = ? and f.occurred_at < p.until"
                                + " and f.occurred_at >= least(p.since, p.year_ago) where f.customer_id is not null",
                        scope.business().id())
                .add(SegmentFilter.of(AdvocacySources.ADVOCACY, scope))
                .add("group by 1, 2 having bool_or(f.type <> 'positive_mention' and f.occurred_at >= p.since)"
                        + " or count(*) filter (where f.type = 'positive_mention' and f.occurred_at >= p.year_ago) >= 3)"
                        + " advocate group by 1");
    }

    private static AggregatedMetric ofActive(String id, String name, String text, String who) {
        return metric(
                id,
                name,
                text,
                "ratio",
                AdvocacySources.ACTIVITY,
                null,
                new Measure.DistinctShare("customer_id", who, List.of()));
    }

    private static AggregatedMetric metric(
            String id, String name, String text, String unit, FactSource source, String condition, Measure measure) {
        return new AggregatedMetric(
                new Metric.Description(id, name, text, "scalar", unit, "higher", 1), source, condition, measure);
    }
}
