package io.rapport.frame.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers that answers have in common. */
final class Headers {
    private static final String CREATED = "201";

    private Headers() {}

    static void declare(Components components) {
        components.addHeader("RetryAfter", header(SchemaType.INTEGER, "Seconds to wait before the next try."));
        components.addHeader("Location", header(SchemaType.STRING, "Where what was made can be asked for."));
        components.addHeader(
                "ETag", header(SchemaType.STRING, "The version, to be given back in If-Match when it is changed."));
    }

    /** @param locates whether what is made has an address of its own */
    static void document(Operation operation, boolean locates) {
        APIResponse created = operation.getResponses().getAPIResponse(CREATED);
        if (locates && created != null) {
            created.addHeader("Location", OASFactory.createHeader().ref("Location"));
        }
    }

    static void retryAfter(APIResponse response) {
        response.addHeader("Retry-After", OASFactory.createHeader().ref("RetryAfter"));
    }

    private static Header header(SchemaType type, String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(type));
    }
}
