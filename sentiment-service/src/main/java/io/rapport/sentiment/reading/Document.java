package io.rapport.sentiment.reading;

import io.rapport.sentiment.aspect.OwnAspect;
import io.rapport.sentiment.aspect.OwnAspects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text to be read. */
@Schema(name = "SentimentDocument", description = "A text to be read.", additionalProperties = Schema.False.class)
public record Document(
        @Schema(
                required = true,
                minLength = 1,
                maxLength = 400,
                description = "Your own name for the text, given back with its reading; once in a request.")
        String id,

        @Schema(nullable = true, description = "The text. The first 20,000 UTF-16 code units of it are read.")
        String text,

        @Schema(nullable = true, description = "What sort of text it is.")
        Kind kind,

        @Schema(
                nullable = true,
                maxLength = 35,
                description = "The language as it is known (a BCP 47 tag, say en-GB), which is trusted."
                        + " Where it is missing it is found out; a short or doubtful text counts as English.")
        String language,

        @Schema(nullable = true) Rating rating,

        @Schema(
                nullable = true,
                type = SchemaType.ARRAY,
                implementation = OwnAspect.class,
                maxItems = OwnAspects.MOST_CATEGORIES,
                description = "What else to look for in the text, before the things that the default model knows by"
                        + " itself. The model corenlp finds no things.")
        OwnAspects aspects) {

    /** A text of a business that looks for nothing of its own. */
    public Document(String id, String text, Kind kind, String language, Rating rating) {
        this(id, text, kind, language, rating, OwnAspects.NONE);
    }

    /** A text must not end in a log by way of an exception or a debugger. */
    @Override
    public String toString() {
        return "Document[id=" + id + "]";
    }
}
