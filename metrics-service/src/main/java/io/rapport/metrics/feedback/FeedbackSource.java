package io.rapport.metrics.feedback;

import io.rapport.metrics.metric.EvidenceFact;
import io.rapport.metrics.metric.FactSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** What customers say, by the feedback that holds: its latest revision, unless it was deleted. */
public final class FeedbackSource {
    public static final FactSource SOURCE = new FactSource(
            "feedback_of_customer",
            "occurred_at",
            "source || '/' || id",
            "not deleted",
            dimensions(),
            "",
            EvidenceFact.FeedbackFact::read,
            FactSource.Freshness.WHEN_TOLD);

    private FeedbackSource() {}

    private static Map<String, FactSource.Column> dimensions() {
        Map<String, FactSource.Column> dimensions = new LinkedHashMap<>(FactSource.columns(
                "source", "kind", "channel", "touchpoint", "location", "product", "page", "language", "label"));
        dimensions.put("survey", FactSource.Column.of("f.survey_id"));
        dimensions.put("direction", FactSource.Column.of("f.survey_good"));
        return dimensions;
    }
}
