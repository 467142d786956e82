package io.rapport.sentiment.aspect;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that a business wants to hear about, and the words that name it. */
@Schema(
        name = "SentimentOwnAspect",
        description = "Something that you want to hear about, and the words that name it in texts.",
        additionalProperties = Schema.False.class)
public record OwnAspect(
        @Schema(
                required = true,
                pattern = "^[a-z][a-z0-9_]{0,39}$",
                examples = "sourdough",
                description = "What such aspects are to be called; one of the product's own categories, or another.")
        String category,

        @Schema(
                required = true,
                minItems = 1,
                maxItems = OwnAspects.MOST_WORDS,
                examples = "[\"sourdough\", \"starter\", \"rye loaf\"]",
                description = "Names of it, each of 1 to 3 words and at most 60 characters; singular or plural, in any"
                        + " case. A name in two categories belongs to the first.")
        List<String> words) {}
