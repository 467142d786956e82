package io.rapport.sentiment.reading;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One sentence of a text.
 *
 * @param begin where it begins in the original text, in UTF-16 code units
 * @param end where it ends, exclusive
 * @param score in [−1, 1]
 * @param classes the five probabilities from very negative to very positive; null where the model has none
 */
@Schema(name = "SentimentSentence", description = "One sentence of the text.")
public record Sentence(
        @Schema(description = "Where it begins, in UTF-16 code units of the text.", minimum = "0")
        int begin,

        @Schema(description = "Where it ends, exclusive.", minimum = "0")
        int end,

        @Schema(minimum = "-1", maximum = "1") double score,
        Label label,

        @Schema(
                nullable = true,
                minItems = 5,
                maxItems = 5,
                description = "CoreNLP's class probabilities, very negative to very positive.")
        List<Double> classes) {}
