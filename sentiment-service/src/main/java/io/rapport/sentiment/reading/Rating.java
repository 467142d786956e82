package io.rapport.sentiment.reading;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rating that came with a text, in the forms that feedback has it. */
@Schema(
        name = "SentimentRating",
        description = "The rating that came with the text: value and scale (from 1 up), or value, min and max,"
                + " or recommends. The default model joins it with the words: it decides where they leave the answer open,"
                + " and the reading has ratingUsed. One that does not lie on its scale is not used, nor is it where there"
                + " are no words. CoreNLP ignores it.",
        additionalProperties = Schema.False.class)
public record Rating(
        @Schema(nullable = true) BigDecimal value,
        @Schema(nullable = true) BigDecimal scale,
        @Schema(nullable = true) BigDecimal min,
        @Schema(nullable = true) BigDecimal max,
        @Schema(nullable = true) Boolean recommends) {}
