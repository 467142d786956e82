package io.rapport.gateway.engagement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** What an owner sees first. */
@ConfigMapping(prefix = "rapport.engagement")
interface EngagementConfig {
    /** The vital signs: ids of metrics, in the order in which they are shown. */
    @WithDefault(
            "visitors,visits,page_views,bounce_rate,review_count,average_rating,sentiment_score,sentiment_share,nps")
    List<String> vitals();

    /** For how long it is remembered whether a service is ready. */
    @WithDefault("1S")
    Duration readinessRememberedFor();
}
