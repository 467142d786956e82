package io.rapport.sentiment.reading;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a part of the text says about one thing; offsets in UTF-16 code units of the original text. */
@Schema(name = "SentimentAspect", description = "What a part of the text says about one thing.")
public record Aspect(String category, String term, int begin, int end, double score, Label label) {}
