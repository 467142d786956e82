package io.rapport.metrics.privacy;

import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Persons who ask to be forgotten. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers", description = "Who a business's customers are.")
public class ErasureResource {
    private static final int LONGEST_ID = 200;

    private final Erasures erasures;
    private final Caller caller;

    ErasureResource(Erasures erasures, Caller caller) {
        this.erasures = erasures;
        this.caller = caller;
    }

    @DELETE
    @Path("customers/{id}")
    @RolesAllowed(Scopes.CUSTOMERS_WRITE)
    @Operation(
            operationId = "eraseCustomer",
            summary = "Forget a customer",
            description =
                    "By whichever of its ids. Its links and traits go, and its events: those that name it, that go to an"
                            + " address of its, and those of visitors linked to it (on a shared device, of its time there"
                            + " alone). What is derived follows: every figure equals a count of what is left. Ratings and"
                            + " answers that metrics know of stay as nobody's; what was said goes, with its revisions,"
                            + " replies and notes, and the raw deliveries that carried it. Of feedback source and id, of"
                            + " events hashes of source and id remain, so that the same sent again stays erased."
                            + " What is spent stays, as do sums of months whose events were removed before. It goes on if"
                            + " a process ends in the middle; the same order again while it is running is the same erasure.")
    @APIResponse(
            responseCode = "202",
            description = "Ordered durably; the receipt shows how far it is.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where the receipt is.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ErasureReceipt.class)))
    public Response erase(@Parameter(description = "The customer's id.", example = "c1") @PathParam("id") String id) {
        if (id.isBlank() || id.length() > LONGEST_ID || id.indexOf('\0') >= 0) {
            throw Problems.notFound("The customer");
        }
        Erasure one = erasures.order(caller.business(), id, caller.subject());
        return Response.accepted(receipt(one))
                .header(HttpHeaders.LOCATION, "/v1/erasures/" + one.id())
                .build();
    }

    @GET
    @Path("erasures/{id}")
    @RolesAllowed(Scopes.CUSTOMERS_READ)
    @Operation(
            operationId = "getErasure",
            summary = "Get the receipt of an erasure",
            description = "What was done when, in counts, by each service.")
    @APIResponse(
            responseCode = "200",
            description = "The receipt.",
            content = @Content(schema = @Schema(implementation = ErasureReceipt.class)))
    @APIResponse(responseCode = "404", description = "There is no such erasure.")
    public ErasureReceipt get(
            @Parameter(description = "The erasure's id.", example = "er_k3v7q2m4n5p6r7s2") @PathParam("id") String id) {
        return receipt(erasures.get(caller.business(), id));
    }

    private ErasureReceipt receipt(Erasure one) {
        return ErasureReceipt.of(one, erasures.feedbackPart(one.business(), one.id()));
    }
}
