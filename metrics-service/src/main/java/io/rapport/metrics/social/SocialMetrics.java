package io.rapport.metrics.social;

import io.rapport.metrics.metric.AggregatedMetric;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Metric;
import io.rapport.metrics.metric.MetricFamily;
import io.rapport.metrics.metric.Rolled;
import io.rapport.metrics.metric.SpanSelection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What happens on social platforms. A fact with {@code properties.count} stands for so many. */
@ApplicationScoped
class SocialMetrics implements MetricFamily {

    @Override
    public List<Metric> metrics() {
        return List.of(
                /* Sums of the facts of one type. Unit: count, from 0. */
                count(
                        "social_reactions",
                        "Reactions",
                        "How often people reacted to posts, with a like, say.",
                        "social_reaction"),
                count("social_comments", "Comments", "How often people commented on posts.", "social_comment"),
                count("social_shares", "Shares", "How often people shared posts.", "social_share"),
                count("social_clicks", "Clicks on posts", "How often people clicked on posts.", "social_click"),
                /* Engagement / impressions, or followers: see Engagement. Unit: ratio, from 0; null without either. */
                spans(
                        "social_engagement_rate",
                        "Social engagement rate",
                        "Reactions, comments, shares and clicks, against impressions; of a platform that gives no impressions,"
                                + " against its followers at the end. basis says which.",
                        "ratio",
                        SocialSources.ENGAGEMENT,
                        new Engagement(),
                        3,
                        Engagement::figures),
                /* The last measurement of each account that ended by the period's end, summed. Null without any. */
                spans(
                        "followers",
                        "Followers",
                        "How many people followed your accounts at the end of the period.",
                        "count",
                        SocialSources.FOLLOWERS,
                        new Followers.AtEnd(),
                        2,
                        Followers::atEnd),
                /* (Followers at the end − at the start) / at the start, over accounts known at the start. Null without any. */
                spans(
                        "follower_growth",
                        "Follower growth",
                        "By which share the followers of your accounts grew from the beginning of the period to its end, as far"
                                + " as they were counted at its beginning.",
                        "ratio",
                        SocialSources.FOLLOWERS,
                        new Followers.Growth(),
                        2,
                        Followers::growth));
    }

    private static AggregatedMetric count(String id, String name, String text, String type) {
        return new AggregatedMetric(
                new Metric.Description(id, name, text, "scalar", "count", "higher", 1),
                SocialSources.EVENTS,
                "type = '" + type + "'",
                new Measure.Count("sum(times)"));
    }

    private static AggregatedMetric spans(
            String id,
            String name,
            String text,
            String unit,
            FactSource source,
            Measure measure,
            int size,
            SpanSelection.Query query) {
        return new AggregatedMetric(
                new Metric.Description(id, name, text, "scalar", unit, "higher", 1),
                source,
                null,
                measure,
                new Rolled.Own((metric, scope) -> new SpanSelection(scope, size, query)));
    }
}
