package io.rapport.metrics.segment;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a rule is written: for the documentation; {@link RuleReader} reads it. */
@Schema(
        name = "SegmentRule",
        description =
                "A group (`all`, `any`, `not`) or one condition, which has exactly one of `trait`, `did`, `value`, `rfm`, `risk`,"
                        + " `said`, `sentiment`, `answered`. At most 50 conditions, nested at most 8 deep, 20,000 characters.")
record RuleInput(
        @Schema(nullable = true, maxItems = 50, description = "All of these.")
        List<RuleInput> all,

        @Schema(nullable = true, maxItems = 50, description = "At least one of these.")
        List<RuleInput> any,

        @Schema(nullable = true, description = "Whom this doesn't hold.")
        RuleInput not,

        @Schema(
                nullable = true,
                maxLength = 200,
                description = "What is known of the customer now: with `is`, `in`, `exists`, or compared by size.",
                examples = "plan")
        String trait,

        @Schema(
                nullable = true,
                description =
                        "A type of events, and how often: `atLeast`, `atMost`, `exactly`; at least once where none is given.",
                examples = "purchase")
        String did,

        @Schema(
                nullable = true,
                description =
                        "What the customer bought: orders, revenue and average order with `inLastDays` and compared by size or by"
                                + " `topPercent`; days since the first or last order compared with whole numbers. Money in the"
                                + " business's currency, less refunds.",
                enumeration = {"orders", "revenue", "averageOrder", "daysSinceFirstOrder", "daysSinceLastOrder"})
        String value,

        @Schema(
                nullable = true,
                description =
                        "What the latest scoring of all customers says: a score from 1 to 5, compared by size, or the tier, with `is` or `in`.",
                enumeration = {"recency", "frequency", "monetary", "tier"})
        String rfm,

        @Schema(
                nullable = true,
                description =
                        "The same: the probability of churn, or of being a customer still, from 0 to 1, compared by size.",
                enumeration = {"churn", "alive"})
        String risk,

        @Schema(
                nullable = true,
                description = "Reviews, posts, answers and messages that sound so, and how often.",
                enumeration = {"positive", "neutral", "negative", "anything"})
        String said,

        @Schema(
                nullable = true,
                description = "The mean of the readings of all that the customer said, from -1 to 1.",
                enumeration = {"average"})
        String sentiment,

        @Schema(
                nullable = true,
                description =
                        "nps, ces, csat, custom, or a survey's id: the score of the latest answer, as it was given.",
                examples = "nps")
        String answered,

        @Schema(nullable = true, description = "A text, number or boolean.")
        Object is,

        @Schema(nullable = true, maxItems = 100, description = "Any of these texts, numbers or booleans.")
        List<Object> in,

        @Schema(nullable = true, description = "True: the trait is there at all.")
        Boolean exists,

        @Schema(nullable = true) BigDecimal atLeast,
        @Schema(nullable = true) BigDecimal atMost,
        @Schema(nullable = true) BigDecimal moreThan,
        @Schema(nullable = true) BigDecimal lessThan,

        @Schema(nullable = true, minimum = "0", maximum = "1000000", description = "Of `did` and `said`.")
        Integer exactly,

        @Schema(nullable = true, description = "Of `value`: of those who ordered then, the share that has most.")
        BigDecimal topPercent,

        @Schema(
                nullable = true,
                minimum = "1",
                maximum = "9999",
                description = "Only the last so many days, of which the day that is looked at is the last one.")
        Integer inLastDays,

        @Schema(
                nullable = true,
                description = "Of `said`: only this kind.",
                enumeration = {"review", "post", "survey_response", "message", "interview", "call", "note"})
        String kind,

        @Schema(nullable = true, description = "Of `did`: only events of this place.")
        Place where) {

    @Schema(name = "SegmentPlace", description = "What an event says of itself.")
    record Place(
            @Schema(nullable = true, maxLength = 200) String channel,
            @Schema(nullable = true, maxLength = 200) String campaign,
            @Schema(nullable = true, maxLength = 200) String touchpoint,
            @Schema(nullable = true, maxLength = 200) String location,
            @Schema(nullable = true, maxLength = 200) String product) {}

    @Schema(name = "NewSegment")
    record Created(
            @Schema(
                    required = true,
                    maxLength = 100,
                    description = "The business's own, in whatever case; without = < > ! ; , \\",
                    examples = "Lapsing pros")
            String name,

            @Schema(required = true) RuleInput rule) {}

    @Schema(name = "SegmentChange", description = "What is left out stays.")
    record Changed(
            @Schema(nullable = true, maxLength = 100) String name,
            @Schema(nullable = true) RuleInput rule) {}
}
