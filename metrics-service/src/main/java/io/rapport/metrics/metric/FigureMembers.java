package io.rapport.metrics.metric;

import io.rapport.metrics.math.Interval;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Documents the members of {@link Figure}, which stand in the answer beside those of what holds it. */
@Schema(
        name = "Figure",
        description =
                "What a metric found. A scalar has `value`, `numerator`, `denominator` and `interval`; a distribution"
                        + " `parts`; a matrix `rows`; a curve `points`, `median` and `unit`.",
        requiredProperties = {"n", "reliability", "reason"})
record FigureMembers(
        @Schema(description = "How many observations it rests on.", examples = "1000")
        long n,

        @Schema(
                enumeration = {"ok", "low"},
                description = "`low` below the size at which the interval means something.")
        String reliability,

        @Schema(
                nullable = true,
                examples = "no_data",
                description =
                        "Why there is no figure, such as `no_data`, `two_wordings` or `removed`; null where there is one.")
        String reason,

        @Schema(nullable = true, description = "Null where it can't be computed.", examples = "0.3521")
        Double value,

        @Schema(description = "What was counted or summed.", examples = "352.1")
        Double numerator,

        @Schema(nullable = true, description = "What it was divided by; null for a plain count.", examples = "1000")
        Long denominator,

        @Schema(
                nullable = true,
                description = "Null for a complete count, and where nothing can be said of the spread.")
        Interval interval,

        List<Figure.Part> parts,
        List<Figure.Row> rows,
        List<Figure.CurvePoint> points,

        @Schema(nullable = true, description = "Where the curve falls to one half; null while it stays above.")
        Double median,

        @Schema(description = "The unit of time of a curve.", examples = "month")
        String unit,

        @Schema(
                nullable = true,
                enumeration = {"impressions", "followers", "mixed"},
                description =
                        "Of `social_engagement_rate`: what it is a rate of. `mixed` where some platforms give impressions and"
                                + " others only followers; null without either.")
        String basis,

        @Schema(
                nullable = true,
                description =
                        "Of `email_open_rate`: of all e-mails that seem opened, the share that only machines opened.",
                examples = "0.31")
        Double machineOpenShare,

        @Schema(
                enumeration = {"low"},
                description =
                        "Of `ces` and `ces_low_effort_share`: which end of effort is the good one. Always `low`: 1 is the least"
                                + " effort; answers to surveys that ask how easy it was were turned round.")
        String direction,

        @Schema(
                description =
                        "Of `ces` and `ces_low_effort_share`: how many answers were turned round, since their survey asks how"
                                + " easy it was.",
                examples = "12")
        Long turned,

        @Schema(
                description =
                        "Of `ces` and `ces_low_effort_share`: the figure of each of the two wordings. Where both have answers, the"
                                + " figure itself is null with the reason `two_wordings`: no number spans both.")
        List<Wording> wordings) {

    /** What the answers to one way of asking say. */
    @Schema(
            name = "Wording",
            description = "What the answers to one way of asking about effort say.",
            requiredProperties = {"good", "value", "numerator", "denominator", "n", "interval", "reliability"})
    record Wording(
            @Schema(
                    enumeration = {"low", "high"},
                    description = "`low`: asked how hard it was; `high`: asked how easy it was, and turned round.")
            String good,

            @Schema(nullable = true, examples = "2.4") Double value,
            Double numerator,
            Long denominator,
            long n,
            @Schema(nullable = true) Interval interval,

            @Schema(enumeration = {"ok", "low"}) String reliability) {}
}
