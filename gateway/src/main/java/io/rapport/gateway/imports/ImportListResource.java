package io.rapport.gateway.imports;

import io.rapport.frame.http.QueryInput;
import io.rapport.frame.token.Scopes;
import io.rapport.gateway.access.tenant.Acting;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /v1/imports}: the files of facts and of feedback in one list. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Facts", description = "What customers do, and who they are.")
public class ImportListResource {
    private final ImportList list;
    private final Acting acting;

    ImportListResource(ImportList list, Acting acting) {
        this.list = list;
        this.acting = acting;
    }

    @GET
    @RolesAllowed({Scopes.EVENTS_WRITE, Scopes.FEEDBACK_WRITE})
    @Operation(
            operationId = "listImports",
            summary = "List imports",
            description = "Newest first, a page at a time: those of facts where the key has `events:write`, those of"
                    + " feedback where it has `feedback:write`. A service that does not answer is named in `missing`.")
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    @APIResponse(
            responseCode = "200",
            description = "The imports.",
            content = @Content(schema = @Schema(implementation = ImportPage.class)))
    public ImportPage list(@Context UriInfo uri) {
        QueryInput input = new QueryInput(uri);
        int limit = input.integer("limit", 1, 200, 50);
        String cursor = cursor(input);
        input.finish();
        return list.page(acting.business(), acting.subject(), acting.scopes(), limit, cursor);
    }

    private static String cursor(QueryInput input) {
        String cursor = input.text("cursor");
        try {
            if (cursor != null) {
                Instant.parse(cursor.split("_", 2)[0]);
            }
            return cursor == null || cursor.matches("[^_]+_im[a-z]?_[a-z2-7]{16}")
                    ? cursor
                    : input.refuse("cursor", "is not one of ours");
        } catch (DateTimeParseException malformed) {
            return input.refuse("cursor", "is not one of ours");
        }
    }
}
