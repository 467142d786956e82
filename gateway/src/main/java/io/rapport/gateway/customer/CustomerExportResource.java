package io.rapport.gateway.customer;

import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Scopes;
import io.rapport.gateway.access.tenant.Acting;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /v1/customers/{id}/export}: what somebody has a right to be shown. */
@Path("/v1/customers/{id}/export")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Who a business's customers are.")
public class CustomerExportResource {
    private static final int LONGEST_ID = 200;

    private final Exports exports;
    private final Acting acting;
    private final Clock clock;

    CustomerExportResource(Exports exports, Acting acting, Clock clock) {
        this.exports = exports;
        this.acting = acting;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Scopes.CUSTOMERS_READ)
    @Operation(
            operationId = "exportCustomer",
            summary = "Export a customer",
            description =
                    "All that is kept of a customer, by whichever of its ids: what they did, and were linked to, and"
                            + " what is derived of that; what they said, with its revisions, replies and notes, the raw deliveries"
                            + " that carried it, and rows of files that were rejected. It is what `DELETE /v1/customers/{id}` forgets.")
    @APIResponse(
            responseCode = "200",
            description = "The export.",
            content = @Content(schema = @Schema(implementation = CustomerExport.class)))
    public Response export(@Parameter(description = "The customer's id.", example = "c1") @PathParam("id") String id) {
        if (id.isBlank() || id.length() > LONGEST_ID || id.indexOf('\0') >= 0) {
            throw Problems.notFound("The customer");
        }
        Exports.Export export = exports.begin(acting.business(), acting.subject(), id, clock.instant());
        StreamingOutput out = to -> exports.write(export, to);
        return Response.ok(out)
                .header("Content-Disposition", "attachment; filename=\"customer.json\"")
                .build();
    }
}
