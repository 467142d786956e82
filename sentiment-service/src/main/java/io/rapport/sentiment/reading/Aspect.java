package io.rapport.sentiment.reading;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a part of the text says about one thing; offsets in UTF-16 code units of the original text. */
@Schema(
        name = "SentimentAspect",
        description =
                "What the text says about one thing that it names, or tells of without a name (`term` is then what"
                        + " tells of it: overpriced, took an hour). Categories: product, quality, staff, service, waiting_time,"
                        + " price, place, delivery, website, booking, other, and those that the document's own `aspects` name."
                        + " Of the default model alone, 50 at most.")
public record Aspect(String category, String term, int begin, int end, double score, Label label) {}
