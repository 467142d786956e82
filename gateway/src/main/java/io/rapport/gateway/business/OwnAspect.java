package io.rapport.gateway.business;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the business wants to hear about, and the words that name it; readings of its texts look for it. */
record OwnAspect(
        @Schema(
                required = true,
                pattern = "^[a-z][a-z0-9_]{0,39}$",
                description = "What it is to be called; one of the product's own categories, or another.",
                examples = "sourdough")
        String category,

        @Schema(
                required = true,
                minItems = 1,
                maxItems = 50,
                description = "Each of 1 to 3 words, at most 60 characters in all; singular or plural, in any case. One"
                        + " that is in two categories belongs to the first.",
                examples = "[\"sourdough\", \"starter\", \"rye loaf\"]")
        List<String> words) {}
