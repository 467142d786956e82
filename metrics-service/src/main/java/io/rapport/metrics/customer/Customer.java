package io.rapport.metrics.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rapport.metrics.prediction.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A customer, as it is shown. */
@Schema(name = "Customer", description = "What is known of a customer, and what is expected.")
record Customer(
        @Schema(
                description = "The id that the customer goes by now; a former one is answered by it too.",
                examples = "c1")
        String id,

        @Schema(description = "What is known, by the names of the traits.")
        Map<String, String> traits,

        @Schema(description = "Other ids that are linked to the customer.")
        List<Identity> identities,

        @Schema(nullable = true) Instant firstSeen,
        @Schema(nullable = true) Instant lastSeen,
        Value value,

        @Schema(nullable = true, description = "Null until the models were fitted.")
        Predictions predictions,

        Scores scores,

        @Schema(description = "Where all that the customer did and said is.", examples = "/v1/customers/c1/timeline")
        String timeline) {

    /** An id of the customer. */
    @Schema(name = "CustomerIdentity")
    record Identity(
            @Schema(
                    enumeration = {"visitor", "email", "phone", "handle", "customer"},
                    description = "`customer` is a former id.")
            String type,

            String id) {}

    /** What was bought. */
    @Schema(name = "CustomerValue")
    record Value(
            @Schema(description = "How many orders.") long orders,

            @Schema(description = "What was paid, less what was given back.", examples = "39.90")
            String revenue,

            @Schema(examples = "EUR") String currency,
            @Schema(nullable = true, examples = "13.30") String averageOrderValue,

            @Schema(description = "Orders whose amount can't be said in the business's currency.")
            long unpriced,

            @Schema(nullable = true) Instant firstOrder,
            @Schema(nullable = true) Instant lastOrder,

            @Schema(nullable = true, description = "Null until customers were scored.")
            Rfm rfm) {}

    /** How recently, how often and for how much. */
    @Schema(
            name = "CustomerRfm",
            description =
                    "As of the last scoring, whose thresholds (quintiles over all customers) hold until the next one.")
    record Rfm(
            @Schema(description = "Days since the last order.")
            int recency,

            @Schema(description = "Orders.") long frequency,

            @Schema(description = "What was spent.", examples = "39.90")
            String monetary,

            @Schema(
                    enumeration = {
                        "champion",
                        "loyal",
                        "at_risk",
                        "new",
                        "promising",
                        "needs_attention",
                        "hibernating",
                        "lost"
                    })
            String tier,

            @Schema(description = "From 1 to 5 each, 5 the best: recency, frequency, monetary.", examples = "545")
            String scores,

            LocalDate asOf) {}

    /** What is expected, as of the end of the period that was fitted last. */
    @Schema(name = "CustomerPredictions")
    record Predictions(
            @JsonProperty("pAlive") @Schema(nullable = true, description = "The probability of ever buying again.")
            Double pAlive,

            @Schema(nullable = true, description = "In the next days: 90 and 365.")
            Map<String, Double> expectedPurchases,

            @Schema(nullable = true, description = "What those are worth, in the business's currency, not discounted.")
            Map<String, String> expectedValue,

            @Schema(
                    nullable = true,
                    description = "What a day's purchase is expected to be worth.",
                    examples = "24.6586")
            String expectedOrderValue,

            @Schema(nullable = true, description = "Between which figures they will be, with 95 % probability.")
            Intervals intervals,

            @Schema(nullable = true, description = "The probability of stopping within the horizon of the churn model.")
            Double churnRisk,

            @Schema(
                    description =
                            "What weighs most in it, the average customer beside: three at most, and only of what tells"
                                    + " who stops more surely than chance explains (5 %). So there may be fewer, or none.")
            List<Reason> reasons,

            @Schema(description = "The day as of which all this is said.")
            LocalDate asOf,

            @Schema(
                    nullable = true,
                    description = "Of the fits that it rests on.",
                    examples = "bg-nbd 4, gamma-gamma 4, churn 4")
            String modelVersion) {}

    /** Prediction intervals. */
    @Schema(name = "CustomerIntervals")
    record Intervals(
            @Schema(examples = "0.95") double level,

            @Schema(description = "In the next days: 90 and 365.")
            Map<String, Range> expectedPurchases,

            @Schema(nullable = true) Map<String, MoneyRange> expectedValue) {}

    /** Between two numbers. */
    @Schema(name = "CustomerRange")
    record Range(int low, int high) {}

    /** Between two amounts. */
    @Schema(name = "CustomerMoneyRange")
    record MoneyRange(
            @Schema(examples = "0.0000") String low,
            @Schema(examples = "73.9758") String high) {}

    /** What the customer said. */
    @Schema(name = "CustomerScores")
    record Scores(
            @Schema(nullable = true, description = "The mean of what was said in the last 365 days, from -1 to 1.")
            Double sentiment,

            @Schema(
                    nullable = true,
                    description = "The last answer to how likely the customer is to recommend, 0 to 10.")
            BigDecimal nps,

            @Schema(nullable = true, description = "The mean of the ratings of the last 365 days, 1 to 5.")
            Double rating,

            @Schema(description = "How often the customer said something in that time.")
            long feedback) {}

    /** A customer in a list. */
    @Schema(name = "CustomerListed")
    record Listed(
            String id,
            Value value,
            @Schema(nullable = true) Predictions predictions,

            @Schema(description = "Where all of the customer is.", examples = "/v1/customers/c1")
            String link) {}

    /** A page of customers. */
    @Schema(name = "CustomerPage")
    record Page(
            List<Listed> items,

            @Schema(nullable = true, description = "The cursor of the next page; null on the last one.")
            String next) {}
}
