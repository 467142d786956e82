package io.rapport.sentiment.serving;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import io.rapport.sentiment.reading.Document;
import io.rapport.sentiment.reading.Kind;
import io.rapport.sentiment.reading.Rating;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The texts to be read, and by which model ({@code default} where none is named). */
@Schema(additionalProperties = Schema.False.class)
record SentimentRequest(
        @Schema(required = true, minItems = 1, maxItems = 500)
        List<Document> documents,

        @Schema(
                nullable = true,
                enumeration = {"default", "corenlp"},
                description =
                        "Which model is to read: the product's own (default, also where none is named), or Stanford CoreNLP.")
        String model) {
    static final int MOST_DOCUMENTS = 500;
    static final int LONGEST_ID = 400;
    private static final int LONGEST_LANGUAGE = 35;
    private static final List<String> KINDS = Arrays.stream(Kind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .toList();

    /** Reads a body, or throws one validation problem that names everything wrong with it. */
    static SentimentRequest from(JsonNode body) {
        JsonInput input = JsonInput.object(body);
        String model = input.oneOf("model", ModelShelf.NAMES);
        List<JsonInput> elements = input.children("documents", MOST_DOCUMENTS);
        JsonNode given = input.any("documents");
        if (given == null || given.isArray() && given.isEmpty()) {
            input.refuse("documents", "must hold 1 to " + MOST_DOCUMENTS + " objects");
        }
        Set<String> ids = new HashSet<>();
        OwnAspectsInput aspects = new OwnAspectsInput();
        List<Document> documents = new ArrayList<>();
        for (JsonInput element : elements) {
            documents.add(document(element, ids, aspects));
        }
        input.finish();
        return new SentimentRequest(documents, model == null ? ModelShelf.DEFAULT : model);
    }

    private static Document document(JsonInput input, Set<String> ids, OwnAspectsInput aspects) {
        String id = input.requiredText("id", LONGEST_ID);
        if (id != null && !ids.add(id)) {
            input.refuse("id", "must not be used twice in a request");
        }
        String kind = input.oneOf("kind", KINDS);
        return new Document(
                id,
                text(input),
                kind == null ? null : Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                input.text("language", LONGEST_LANGUAGE),
                rating(input.child("rating")),
                aspects.from(input));
    }

    /** Anything that JSON can carry, since a text that can't be stored can still be read. */
    private static String text(JsonInput input) {
        JsonNode text = input.any("text");
        if (text == null) {
            return null;
        }
        return text.isTextual() ? text.textValue() : input.refuse("text", "must be a string");
    }

    private static Rating rating(JsonInput input) {
        return input == null
                ? null
                : new Rating(
                        input.decimal("value"),
                        input.decimal("scale"),
                        input.decimal("min"),
                        input.decimal("max"),
                        input.bool("recommends"));
    }
}
