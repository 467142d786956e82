package io.rapport.feedback.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Documents on every operation the problems with which it may answer. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class DocumentedProblems implements OASFilter {
    private static final String NAME = "FeedbackProblem";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().removeSchema("HttpProblem");
        document.getComponents().removeSchema("HttpValidationProblem");
        document.getComponents().removeSchema("Violation");
        document.getComponents().addSchema(NAME, problem());
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) ->
                        failures(path, method, item).forEach((status, text) -> document(operation, status, text))));
    }

    private static Map<String, String> failures(String path, HttpMethod method, PathItem item) {
        Map<String, String> failures = new LinkedHashMap<>();
        Operation operation = item.getOperations().get(method);
        failures.put("400", "The request is not valid; `errors` names each broken rule.");
        failures.put(
                "401",
                path.startsWith("/v1/webhooks")
                        ? "No signature fits, or the time is too far from now."
                        : "The token is missing or not valid.");
        failures.put("403", "The token does not have the scope.");
        if (path.contains("{") || method == HttpMethod.POST) {
            failures.put("404", "It is not known here.");
        }
        if (operation.getRequestBody() != null) {
            failures.put("413", "The body is larger than 1 MB.");
            if (!path.startsWith("/v1/webhooks")) {
                failures.put("415", "The body is not application/json.");
            }
        }
        if (path.startsWith("/v1/webhooks")) {
            failures.put("429", "Too many bad signatures; Retry-After says how long to wait.");
        }
        failures.put("503", "The database does not answer; Retry-After says when to try again.");
        return failures;
    }

    private static void document(Operation operation, String status, String text) {
        APIResponses responses = operation.getResponses();
        APIResponse response = OASFactory.createAPIResponse().description(text).content(content());
        responses.addAPIResponse(status, response);
        APIResponse conflict = responses.getAPIResponse("409");
        if (conflict != null) {
            conflict.setContent(content());
        }
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + NAME)));
    }

    private static Schema problem() {
        Schema error = type(Schema.SchemaType.OBJECT)
                .addProperty(
                        "index", nullable(Schema.SchemaType.INTEGER).description("The position in an array, from 0."))
                .addProperty("field", nullable(Schema.SchemaType.STRING))
                .addProperty("detail", type(Schema.SchemaType.STRING));
        return type(Schema.SchemaType.OBJECT)
                .description("A failure (RFC 9457).")
                .addRequired("type")
                .addRequired("title")
                .addRequired("status")
                .addProperty("type", type(Schema.SchemaType.STRING).format("uri"))
                .addProperty("title", type(Schema.SchemaType.STRING))
                .addProperty("status", type(Schema.SchemaType.INTEGER))
                .addProperty("detail", nullable(Schema.SchemaType.STRING))
                .addProperty("instance", nullable(Schema.SchemaType.STRING))
                .addProperty("errors", type(Schema.SchemaType.ARRAY).items(error));
    }

    private static Schema type(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }

    private static Schema nullable(Schema.SchemaType type) {
        return type(type).addType(Schema.SchemaType.NULL);
    }
}
