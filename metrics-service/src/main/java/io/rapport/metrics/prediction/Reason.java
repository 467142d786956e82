package io.rapport.metrics.prediction;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What makes a customer more, or less, likely to stop than the average one.
 *
 * @param weight by how much it moves the log-odds
 */
@Schema(name = "ChurnReason")
public record Reason(
        @Schema(description = "What it is about, such as `recency`.", examples = "recency")
        String factor,

        @Schema(
                enumeration = {"raises", "lowers"},
                description = "What it does to the risk.")
        String effect,

        @Schema(description = "In words.", examples = "last bought 45 days ago, on average it is 12")
        String text,

        @Schema(description = "By how much it moves the log-odds of stopping, against the average customer.")
        double weight) {}
