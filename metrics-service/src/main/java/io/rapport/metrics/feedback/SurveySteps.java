package io.rapport.metrics.feedback;

import io.rapport.metrics.metric.DoneFact;
import io.rapport.metrics.metric.FactSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far people got with surveys: what was shown, started, completed and answered. See the function in the database. */
final class SurveySteps {
    static final FactSource SOURCE = new FactSource(
            "survey_step(?, ?, ?)",
            "occurred_at",
            "step || '/' || source || '/' || id",
            null,
            dimensions(),
            "",
            DoneFact::read,
            FactSource.Freshness.WHEN_TOLD);

    private SurveySteps() {}

    private static Map<String, FactSource.Column> dimensions() {
        Map<String, FactSource.Column> dimensions =
                new LinkedHashMap<>(FactSource.columns("channel", "campaign", "touchpoint", "location"));
        dimensions.put("survey", FactSource.Column.of("f.survey_id"));
        return dimensions;
    }
}
