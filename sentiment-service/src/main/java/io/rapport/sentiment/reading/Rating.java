package io.rapport.sentiment.reading;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rating that came with a text, in the forms that feedback has it. No model looks at it: the score is the text's own. */
@Schema(
        name = "SentimentRating",
        description = "The rating that came with the text: value and scale, or value, min and max, or recommends."
                + " It does not change the reading.",
        additionalProperties = Schema.False.class)
public record Rating(
        @Schema(nullable = true) BigDecimal value,
        @Schema(nullable = true) BigDecimal scale,
        @Schema(nullable = true) BigDecimal min,
        @Schema(nullable = true) BigDecimal max,
        @Schema(nullable = true) Boolean recommends) {}
