package io.rapport.frame.openapi;

import io.rapport.frame.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Documents on every operation the problems with which it may answer. */
final class Failures {
    private static final String MEDIA_TYPE = "application/problem+json";

    /** What the framework writes of its own accord, which says nothing of how the failure looks. */
    private static final Set<String> BARE = Set.of("Not Authorized", "Not Allowed", "Bad Request");

    private Failures() {}

    static void declare(Components components) {
        Set.of("HttpProblem", "HttpValidationProblem", "Violation").forEach(components::removeSchema);
        components.addSchema(ProblemSchema.NAME, ProblemSchema.problem());
        components.addSchema(ProblemSchema.ERROR, ProblemSchema.error());
        for (Failure failure : Failure.values()) {
            components.addResponse(failure.component(), response(failure));
        }
    }

    static void document(String path, Operation operation) {
        APIResponses responses = operation.getResponses();
        Failure.of(path, operation).forEach(failure -> {
            APIResponse own = responses.getAPIResponse(failure.status());
            if (own == null || BARE.contains(own.getDescription())) {
                responses.addAPIResponse(
                        failure.status(), OASFactory.createAPIResponse().ref(failure.component()));
            } else if (failure.waits()) {
                Headers.retryAfter(own);
            }
        });
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.matches("[45]..") && response.getRef() == null) {
                response.setContent(content());
            }
        });
    }

    private static APIResponse response(Failure failure) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(failure.description())
                .content(content());
        if (failure.type() != null) {
            response.getContent().getMediaType(MEDIA_TYPE).setExample(example(failure));
        }
        if (failure.waits()) {
            Headers.retryAfter(response);
        }
        return response;
    }

    private static Object example(Failure failure) {
        ProblemType type = failure.type();
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", type.uri().toString());
        example.put("title", type.title());
        example.put("status", type.status());
        example.put("detail", failure.detail());
        example.put("instance", failure.instance());
        example.putAll(failure.more());
        return example;
    }

    private static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(ProblemSchema.NAME)));
    }
}
