package io.rapport.feedback.survey;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a survey looks and whom it is shown to; a change of these makes no new version.
 *
 * @param widget null where pages don't show it
 * @param quietDays null in what was stored before there was such a setting
 */
public record SurveySettings(Theme theme, Widget widget, Integer quietDays) {
    static final int USUAL_PAUSE = 30;
    static final SurveySettings NONE = new SurveySettings(new Theme(null, null), null, USUAL_PAUSE);

    public SurveySettings {
        theme = theme == null ? new Theme(null, null) : theme;
        quietDays = quietDays == null ? USUAL_PAUSE : quietDays;
    }

    /** What the form and the widget look like. */
    @Schema(name = "SurveyTheme", additionalProperties = Schema.False.class)
    public record Theme(
            @Schema(
                    nullable = true,
                    pattern = "^#[0-9a-fA-F]{6}$",
                    description =
                            "Of buttons and what is chosen; the words on it are made black or white, whichever reads better.",
                    examples = "#8a3b12")
            String colour,

            @Schema(nullable = true, maxLength = 60, description = "Stands above the questions.", examples = "Crumb")
            String logoText) {}

    /** On which pages the widget shows it, when, and to how many. */
    @Schema(
            name = "SurveyWidget",
            description = "Shown when the first of the given triggers fires; at once without any.",
            additionalProperties = Schema.False.class)
    public record Widget(
            @Schema(
                    description = "Paths; `*` stands for anything. All pages where it is empty.",
                    examples = "[\"/thanks\", \"/menu/*\"]")
            List<String> pages,

            @Schema(nullable = true, minimum = "0", maximum = "3600", examples = "5")
            Integer delaySeconds,

            @Schema(nullable = true, minimum = "1", maximum = "100", examples = "50")
            Integer scrollPercent,

            @Schema(
                    description =
                            "When the pointer leaves towards the browser's own bar, or the person goes back on a phone.")
            boolean onExit,

            @Schema(
                    nullable = true,
                    maxLength = 100,
                    description = "What the page calls: `rapportSurvey(\"event\", name)`.",
                    examples = "ordered")
            String event,

            @Schema(minimum = "0", maximum = "1", description = "Which share of visitors is asked.", examples = "0.25")
            double share) {}
}
