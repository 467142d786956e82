package io.rapport.gateway.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of imports, newest first, whichever service reads them. */
@Schema(name = "ImportPage", description = "A page of imports, newest first.")
record ImportPage(
        @Schema(implementation = Listed[].class) List<JsonNode> items,

        @Schema(nullable = true, description = "The cursor of the next page; null on the last one.")
        String next,

        @Schema(description = "Whose imports can't be shown at the moment.")
        List<Missing> missing) {

    /** What the services answer, in whose part of the API's document it is described. */
    @Schema(ref = "#/components/schemas/Import")
    private interface Listed {}

    /** @param part a service */
    @Schema(name = "ImportsMissing")
    record Missing(
            @Schema(examples = "feedback-service") String part,
            @Schema(examples = "It does not answer.") String reason) {}
}
