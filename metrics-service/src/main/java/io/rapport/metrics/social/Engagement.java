package io.rapport.metrics.social;

import io.rapport.metrics.math.Interval;
import io.rapport.metrics.math.Proportions;
import io.rapport.metrics.metric.Aggregates;
import io.rapport.metrics.metric.Figure;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Ratio;
import io.rapport.metrics.metric.Scope;
import io.rapport.metrics.metric.SegmentFilter;
import io.rapport.metrics.sql.Sql;
import java.util.List;

/**
 * Reactions, comments, shares and clicks against the impressions of the same platforms; of a platform that tells of no impression in
 * the period, against its followers at the period's end. {@code basis} says which: impressions, followers, or mixed where some
 * platforms give the one and some the other.
 */
record Engagement() implements Measure {
    @Override
    public List<String> aggregates() {
        return List.of("engaged", "impressions", "followers");
    }

    @Override
    public Figure figure(Aggregates found, double level) {
        return Ratio.of(found.count(0), base(found), level).with("basis", basis(found));
    }

    @Override
    public Interval difference(Aggregates now, Aggregates before, double level) {
        return isProportion(now) && isProportion(before)
                ? Proportions.difference(now.count(0), base(now), before.count(0), base(before), level)
                : null;
    }

    private static boolean isProportion(Aggregates found) {
        return base(found) > 0 && found.count(0) <= base(found);
    }

    private static long base(Aggregates found) {
        return found.count(1) + found.count(2);
    }

    private static String basis(Aggregates found) {
        if (found.count(1) > 0) {
            return found.count(2) > 0 ? "mixed" : "impressions";
        }
        return found.count(2) > 0 ? "followers" : null;
    }

    static Sql figures(Scope scope, Sql spans, String dimension) {
        String key = dimension == null
                ? "null::text"
                : SocialSources.ENGAGEMENT.column(dimension).expression();
        return Sql.of("with fact as (select p.i, " + key + " as key, coalesce(f.platform, '') as platform,"
                        + " coalesce(sum(f.times) filter (where f.type <> 'social_impression'), 0) as engaged,"
                        + " coalesce(sum(f.times) filter (where f.type = 'social_impression'), 0) as seen from")
                .add(spans)
                .add(facts(scope))
                .add(SegmentFilter.of(SocialSources.ENGAGEMENT, scope))
                .add("group by 1, 2, 3), gives as (select p.i, coalesce(f.platform, '') as platform from")
                .add(spans)
                .add(facts(scope))
                .add("and f.type = 'social_impression' group by 1, 2 having sum(f.times) > 0), follower as (")
                .add(Followers.byPlatform(scope, spans))
                .add(") select fact.i, fact.key, sum(fact.engaged),"
                        + " sum(case when gives.i is not null then fact.seen else 0 end),"
                        + " sum(case when gives.i is null then coalesce(follower.followers, 0) else 0 end) from fact"
                        + " left join gives on gives.i = fact.i and gives.platform = fact.platform"
                        + " left join follower on follower.i = fact.i and follower.platform = fact.platform"
                        + " group by 1, 2");
    }

    private static Sql facts(Scope scope) {
        return Sql.of(
                "join social_fact f on f.business_id = ? and f.occurred_at >= p.since and f.occurred_at < p.until"
                        + " where f.occurred_at >= ? and f.occurred_at < ?",
                scope.business().id(),
                scope.start(),
                scope.end());
    }
}
