package io.rapport.metrics.social;

import io.rapport.metrics.math.Interval;
import io.rapport.metrics.metric.Aggregates;
import io.rapport.metrics.metric.Figure;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Scope;
import io.rapport.metrics.metric.SegmentFilter;
import io.rapport.metrics.segment.Segment;
import io.rapport.metrics.sql.Sql;
import java.util.List;

/** How many followed at a moment: of each account the last measurement that had ended by then. */
final class Followers {
    private static final String WHOLE = "round(least(greatest(f.value, 0), 1000000000000))";

    private Followers() {}

    /** Followers at the end, and of how many accounts they are known. */
    record AtEnd() implements Measure {
        @Override
        public List<String> aggregates() {
            return List.of("followers", "accounts");
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            long followers = found.count(0);
            return found.count(1) == 0
                    ? new Figure.Scalar(null, 0, null, 0, null, Figure.LOW, Figure.NO_DATA)
                    : new Figure.Scalar(followers, followers, null, followers, null, Figure.OK, null);
        }
    }

    /** What was won since the start, as a share of the followers then. A complete count, so without an interval. */
    record Growth() implements Measure {
        @Override
        public List<String> aggregates() {
            return List.of("at_end", "at_start");
        }

        @Override
        public Figure figure(Aggregates found, double level) {
            long start = found.count(1);
            long won = found.count(0) - start;
            return start == 0
                    ? new Figure.Scalar(null, won, 0L, 0, null, Figure.LOW, Figure.NO_DATA)
                    : new Figure.Scalar((double) won / start, won, start, start, null, Figure.OK, null);
        }

        @Override
        public Interval difference(Aggregates now, Aggregates before, double level) {
            return null;
        }
    }

    static Sql atEnd(Scope scope, Sql spans, String dimension) {
        return Sql.of("select p.i, " + key(dimension) + ", sum(" + WHOLE + "), count(*) from")
                .add(spans)
                .add("cross join lateral (")
                .add(accounts(scope, "p.until"))
                .add(") f group by 1, 2");
    }

    /** Like with like: an account that nobody counted at the start is left out. */
    static Sql growth(Scope scope, Sql spans, String dimension) {
        return Sql.of("select p.i, " + key(dimension) + ", sum(" + WHOLE + "), sum(" + WHOLE.replace("f.", "s.")
                        + ") from")
                .add(spans)
                .add("cross join lateral (")
                .add(accounts(scope, "p.until"))
                .add(") f join lateral (")
                .add(accounts(scope, "p.since"))
                .add(") s on s.source = f.source and s.dimensions = f.dimensions group by 1, 2");
    }

    /** By platform, for {@code using}: the platform and its followers at the end of a span {@code p}. */
    static Sql byPlatform(Scope scope, Sql spans) {
        return Sql.of("select p.i, f.platform, sum(" + WHOLE + ") as followers from")
                .add(spans)
                .add("cross join lateral (")
                .add(accounts(new Scope(scope.business(), Segment.EVERYTHING, scope.period()), "p.until"))
                .add(") f group by 1, 2");
    }

    private static Sql accounts(Scope scope, String moment) {
        return Sql.of(
                        "select distinct on (f.source, f.dimensions) f.source, f.dimensions, f.platform, f.value"
                                + " from measurement_current f where f.business_id = ? and f.series = 'followers'"
                                + " and f.period_to <= " + moment,
                        scope.business().id())
                .add(SegmentFilter.of(SocialSources.FOLLOWERS, scope))
                .add("order by f.source, f.dimensions, f.period_to desc, f.period_from desc");
    }

    private static String key(String dimension) {
        return dimension == null
                ? "null::text"
                : SocialSources.FOLLOWERS.column(dimension).expression();
    }
}
