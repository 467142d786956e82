package io.rapport.metrics.imports;

import io.rapport.frame.imports.ImportForm;
import io.rapport.frame.imports.ImportView;
import io.rapport.frame.imports.Imports;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Scopes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Facts in, by the file. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Facts")
public class ImportResource {
    private final Imports imports;

    ImportResource(Imports imports) {
        this.imports = imports;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Scopes.EVENTS_WRITE, Scopes.FEEDBACK_WRITE})
    @Operation(
            operationId = "createImport",
            summary = "Import a file",
            description =
                    "A file of up to 1 GB: CSV in UTF-8 whose first line names the columns (parted by commas, semicolons or"
                            + " tabs), or JSON Lines. It is stored before the answer is sent, and its rows are read after"
                            + " it, by the same rules as in a request: a row that breaks one is rejected and told of, the"
                            + " others are taken. Without `mapping` columns are called as members are, levels parted by"
                            + " dots (`page.url`). `orders` become purchases, or refunds where `type` says so; `customers`"
                            + " asks for the scope `customers:write` too, and `feedback` for `feedback:write` alone: its"
                            + " texts are read and counted as all others are.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ImportForm.class)))
    @APIResponse(
            responseCode = "202",
            description = "Stored; its rows are read now.",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "413", description = "The file is larger than 1 GB.")
    public Response create(
            InputStream body,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @Context SecurityContext security) {
        return imports.create(body, contentType, kind -> {
            if (!security.isUserInRole(Scopes.EVENTS_WRITE)) {
                throw Problems.forbidden("Facts need the scope events:write.");
            }
            if (kind.equals(FactImport.CUSTOMERS) && !security.isUserInRole(Scopes.CUSTOMERS_WRITE)) {
                throw Problems.forbidden("Customers need the scope customers:write too.");
            }
        });
    }

    @GET
    @RolesAllowed(Scopes.EVENTS_WRITE)
    @Operation(operationId = "listImports", summary = "List imports", description = "Newest first, a page at a time.")
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    @APIResponse(
            responseCode = "200",
            description = "The imports.",
            content = @Content(schema = @Schema(implementation = ImportView.Page.class)))
    public ImportView.Page list(@Context UriInfo uri) {
        return imports.list(uri);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scopes.EVENTS_WRITE)
    @Operation(
            operationId = "getImport",
            summary = "See how far an import is",
            description = "With the rules that the first 1,000 rejected rows break.")
    @APIResponse(
            responseCode = "200",
            description = "The import.",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public ImportView get(@Parameter(description = "The import.", example = "im_x") @PathParam("id") String id) {
        return imports.get(id);
    }

    @GET
    @Path("{id}/rejected")
    @Produces("text/csv")
    @RolesAllowed(Scopes.EVENTS_WRITE)
    @Operation(
            operationId = "getRejectedRows",
            summary = "Get the rejected rows of an import",
            description = "All of them, as they stood in the file, each after its number and the rules that it breaks.")
    @APIResponse(
            responseCode = "200",
            description = "CSV in UTF-8.",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class), example = """
                    row,errors,id,occurredAt
                    3,occurredAt must be an RFC 3339 instant such as 2026-03-01T09:30:00Z,e-3,yesterday
                    """))
    public Response rejected(@Parameter(description = "The import.", example = "im_x") @PathParam("id") String id) {
        return imports.rejected(id);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scopes.EVENTS_WRITE)
    @Operation(
            operationId = "takeBackImport",
            summary = "Take an import back",
            description =
                    "What it brought is removed, as if it had never come, and everything derived follows; the state becomes"
                            + " `removed` when that is done. What had been stored before it, and came in it once more, stays.")
    @APIResponse(
            responseCode = "202",
            description = "It is being taken back.",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response takeBack(@Parameter(description = "The import.", example = "im_x") @PathParam("id") String id) {
        return imports.takeBack(id);
    }
}
