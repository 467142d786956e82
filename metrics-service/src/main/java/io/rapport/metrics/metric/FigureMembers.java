package io.rapport.metrics.metric;

import io.rapport.metrics.math.Interval;
import io.rapport.metrics.value.LeftOutOfMoney;
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
                        "Why there is no figure, such as `no_data`, `two_wordings` or `removed`; of what customers cost `no_spend` where"
                                + " none is recorded, `no_rate` where all of it is in currencies without one, `no_new_customers`"
                                + " where nobody was won; of what they are worth `no_churn` where nobody stopped, `nothing_spent`"
                                + " where it is held against a spend of 0.00, `no_margin` where nothing is left of what a customer"
                                + " brings in; `immature` where a month isn't over. Null where"
                                + " there is a figure.")
        String reason,

        @Schema(nullable = true, description = "Null where it can't be computed.")
        Quantity value,

        @Schema(nullable = true, description = "What was counted or summed; null where that can't be told.")
        Quantity numerator,

        @Schema(nullable = true, description = "What it was divided by; null for a plain count.")
        Quantity denominator,

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
                enumeration = {"impressions", "followers", "mixed", "contractual", "inactivity"},
                description =
                        "Of `social_engagement_rate`: what it is a rate of. `mixed` where some platforms give impressions and"
                                + " others only followers; null without either. Of `churn_rate`, `retention_rate` and"
                                + " `retention_cohorts`: by what it is told who is still there; null where nobody was.")
        String basis,

        @Schema(nullable = true, description = "The interval of the median of a curve.")
        Figure.MedianInterval medianInterval,

        @Schema(nullable = true, description = "Of the curves of a breakdown: whether they differ.")
        Figure.CurveTest test,

        @Schema(description = "Of money: the business's currency.", examples = "EUR")
        String currency,

        @Schema(description = "Of money: how many facts of the period it leaves out.")
        LeftOutOfMoney leftOut,

        @Schema(nullable = true, description = "Of `revenue_churn_rate`: without what customers pay more.")
        Double gross,

        @Schema(nullable = true, description = "Of `revenue_churn_rate`: with what customers pay more.")
        Double net,

        @Schema(description = "Of `revenue_churn_rate`: customers whose price isn't known in the business's currency.")
        Long withoutPrice,

        @Schema(description = "Of `cac` and what is made of it: statements of spend in a currency without a rate.")
        Long spendWithoutRate,

        @Schema(
                nullable = true,
                description = "Of `cltv` and what is made of it: what an order brings in.",
                examples = "24.90")
        String averageOrderValue,

        @Schema(nullable = true, description = "Of `cltv` and what is made of it: the orders of a buyer in a year.")
        Double ordersPerYear,

        @Schema(
                nullable = true,
                description = "Of `cltv` and what is made of it: what a customer brings in within a year.")
        String valuePerYear,

        @Schema(
                nullable = true,
                description =
                        "Of `cltv` and what is made of it: the share of customers that goes within a year; null where nobody was"
                                + " there at the period's start.")
        Double churnPerYear,

        @Schema(
                nullable = true,
                description = "Of `cltv` and what is made of it: how long a customer stays; null where it isn't known.")
        Double lifespanYears,

        @Schema(
                nullable = true,
                description = "Of `cltv` and what is made of it: the business's margin; null where it gives none.")
        String margin,

        @Schema(description = "Of `cltv_to_cac` and `cac_payback_months`: what was spent in the period.")
        String spend,

        @Schema(description = "Of `cltv_to_cac` and `cac_payback_months`: who became a customer in the period.")
        Long newCustomers,

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
