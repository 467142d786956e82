package io.rapport.metrics.social;

import io.rapport.metrics.metric.DoneFact;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.MeasuredFact;
import java.util.Map;

/** What social metrics count. */
final class SocialSources {
    private static final String[] OF_POST = {"platform", "post", "post_type", "topic"};

    /** What persons did. */
    static final FactSource EVENTS = new FactSource(
            "social_event",
            "occurred_at",
            "seq",
            null,
            FactSource.columns("platform", "post", "post_type", "topic", "campaign"),
            "",
            DoneFact::read,
            FactSource.Freshness.AT_ONCE);

    /** The same, to be set against impressions and followers, of which nobody knows whose they are. */
    static final FactSource ENGAGEMENT = new FactSource(
            "social_event",
            "occurred_at",
            "seq",
            null,
            FactSource.columns(OF_POST),
            "",
            DoneFact::read,
            FactSource.Freshness.AT_ONCE,
            false);

    /** How many follow an account, by the end of what each measurement is of. */
    static final FactSource FOLLOWERS = new FactSource(
            "measurement_current",
            "period_to",
            "seq",
            "series = 'followers'",
            Map.of("platform", FactSource.Column.of("f.platform")),
            "",
            MeasuredFact::read,
            FactSource.Freshness.AT_ONCE,
            false);

    private SocialSources() {}
}
