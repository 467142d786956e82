package io.rapport.metrics.imports;

import io.rapport.frame.http.QueryInput;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.sql.Transactions;
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
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
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
    private static final int SHOWN = 1_000;

    private final Receiving receiving;
    private final ImportTable imports;
    private final Rejections rejections;
    private final RejectedRows rejectedRows;
    private final ImportWorker worker;
    private final Transactions transactions;
    private final Caller caller;
    private final Clock clock;

    ImportResource(
            Receiving receiving,
            ImportTable imports,
            Rejections rejections,
            RejectedRows rejectedRows,
            ImportWorker worker,
            Transactions transactions,
            Caller caller,
            Clock clock) {
        this.receiving = receiving;
        this.imports = imports;
        this.rejections = rejections;
        this.rejectedRows = rejectedRows;
        this.worker = worker;
        this.transactions = transactions;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Scopes.EVENTS_WRITE)
    @Operation(
            operationId = "createImport",
            summary = "Import a file",
            description =
                    "A file of up to 1 GB: CSV in UTF-8 whose first line names the columns (parted by commas, semicolons or"
                            + " tabs), or JSON Lines. It is stored before the answer is sent, and its rows are read after"
                            + " it, by the same rules as in a request: a row that breaks one is rejected and told of, the"
                            + " others are taken. Without `mapping` columns are called as members are, levels parted by"
                            + " dots (`page.url`). `orders` become purchases, or refunds where `type` says so; `customers`"
                            + " asks for the scope `customers:write` too. Feedback does not come in files yet.")
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
        caller.requireServer("Imports");
        DataImport one = receiving.receive(caller.business(), caller.subject(), body, contentType, kind -> {
            if (kind == ImportKind.CUSTOMERS && !security.isUserInRole(Scopes.CUSTOMERS_WRITE)) {
                throw Problems.forbidden("Customers need the scope customers:write too.");
            }
        });
        return Response.accepted(ImportView.of(one, List.of()))
                .header(HttpHeaders.LOCATION, "/v1/imports/" + one.id())
                .build();
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
        QueryInput input = new QueryInput(uri);
        int limit = input.integer("limit", 1, 200, 50);
        String[] cursor = cursor(input);
        input.finish();
        List<DataImport> found = transactions.call(connection -> imports.list(
                connection,
                caller.business(),
                cursor == null ? null : Instant.parse(cursor[0]),
                cursor == null ? null : cursor[1],
                limit + 1));
        boolean more = found.size() > limit;
        List<DataImport> shown = more ? found.subList(0, limit) : found;
        return new ImportView.Page(
                shown.stream().map(one -> ImportView.of(one, null)).toList(),
                more ? shown.getLast().createdAt() + "_" + shown.getLast().id() : null);
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
        return transactions.call(connection -> {
            DataImport one = find(id);
            return ImportView.of(one, rejections.after(connection, one.business(), id, 0, SHOWN));
        });
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
        DataImport one = find(id);
        StreamingOutput rows = out -> rejectedRows.write(one, out);
        return Response.ok(rows, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + one.id() + "-rejected.csv\"")
                .build();
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
        DataImport gone = transactions.call(connection -> {
            DataImport one = find(id);
            if (imports.go(
                    connection, one, DataImport.State.REMOVING, null, null, "waiting", "running", "done", "failed")) {
                Chunks.remove(connection, one.business(), id);
                ImportTasks.add(connection, one.business(), id, null);
            }
            return find(id);
        });
        worker.wake();
        return Response.accepted(ImportView.of(gone, List.of())).build();
    }

    private DataImport find(String id) {
        return transactions
                .call(connection -> imports.find(connection, caller.business(), id))
                .filter(one -> one.state() != DataImport.State.RECEIVING)
                .orElseThrow(() -> Problems.notFound("The import"));
    }

    private static String[] cursor(QueryInput input) {
        String text = input.text("cursor");
        String[] parts = text == null ? null : text.split("_", 2);
        try {
            if (parts != null) {
                Instant.parse(parts[0]);
            }
            return parts == null || parts.length == 2 ? parts : input.refuse("cursor", "is not one of ours");
        } catch (DateTimeParseException malformed) {
            return input.refuse("cursor", "is not one of ours");
        }
    }

    /** The parts of the body, for the OpenAPI document. */
    @Schema(name = "ImportForm")
    record ImportForm(
            @Schema(required = true, format = "binary", description = "CSV or JSON Lines.")
            String file,

            @Schema(
                    required = true,
                    enumeration = {"events", "customers", "orders", "spend"})
            String kind,

            @Schema(
                    nullable = true,
                    description =
                            "JSON: from each member to the column it stands in, as its name, as {\"column\": …, \"format\": …}"
                                    + " for a time in a format such as dd/MM/yyyy HH:mm in the business's time zone, or as"
                                    + " {\"value\": …} where it is the same in all rows.",
                    examples = "{\"occurredAt\": {\"column\": \"Date\", \"format\": \"dd/MM/yyyy\"}}")
            String mapping) {}
}
