package io.rapport.frame.openapi;

import io.rapport.frame.problem.ProblemType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** How a failure looks (RFC 9457). */
final class ProblemSchema {
    static final String NAME = "Problem";
    static final String ERROR = "FieldError";

    private ProblemSchema() {}

    static Schema problem() {
        return object("A failure (RFC 9457). Members that say nothing may be missing.")
                .addRequired("type")
                .addRequired("title")
                .addRequired("status")
                .addProperty(
                        "type",
                        text("Which failure it is: one of " + types() + ".").format("uri"))
                .addProperty("title", text("The same for every failure of its type."))
                .addProperty("status", type(SchemaType.INTEGER).description("The HTTP status."))
                .addProperty("detail", nullable(SchemaType.STRING).description("What went wrong this time."))
                .addProperty("instance", nullable(SchemaType.STRING).description("The path that was asked for."))
                .addProperty("part", text("What does not answer, where that is the failure."))
                .addProperty(
                        "errors",
                        type(SchemaType.ARRAY)
                                .description("The rules that are broken, of them the first hundred.")
                                .items(OASFactory.createSchema().ref(ERROR)));
    }

    static Schema error() {
        return object("One broken rule of one field.")
                .addRequired("detail")
                .addProperty(
                        "index",
                        nullable(SchemaType.INTEGER)
                                .description("Which element of an array, from 0; null for a single object."))
                .addProperty(
                        "field",
                        nullable(SchemaType.STRING)
                                .description("With dots between levels; null where the body as a whole is meant."))
                .addProperty("detail", text("The rule, in plain words."));
    }

    private static String types() {
        return Arrays.stream(ProblemType.values())
                .map(type -> "`" + type.uri() + "`")
                .collect(Collectors.joining(", "));
    }

    private static Schema object(String description) {
        return type(SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return type(SchemaType.STRING).description(description);
    }

    private static Schema type(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }

    private static Schema nullable(SchemaType type) {
        return type(type).addType(SchemaType.NULL);
    }
}
