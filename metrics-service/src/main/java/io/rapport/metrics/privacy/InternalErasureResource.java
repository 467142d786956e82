package io.rapport.metrics.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** This service's part in an erasure that another owns: ordered by that one's id, as often as it likes. */
@Path("/internal/v1/erasures/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class InternalErasureResource {
    private final Erasures erasures;
    private final Caller caller;

    InternalErasureResource(Erasures erasures, Caller caller) {
        this.erasures = erasures;
        this.caller = caller;
    }

    @PUT
    @RolesAllowed(Scopes.INTERNAL_ERASURES)
    @Operation(hidden = true)
    public Response order(@PathParam("id") String id, JsonNode body) {
        JsonInput input = JsonInput.object(body);
        String customer = input.requiredText("customerId", 200);
        input.finish();
        Erasure one = erasures.order(caller.business(), id, customer, caller.subject());
        return Response.accepted(ErasureReceipt.part(one)).build();
    }

    /** feedback-service asks whom to forget, without {@code removed}, or tells what it has done. */
    @POST
    @Path("part")
    @RolesAllowed(Scopes.INTERNAL_ERASURES)
    @Operation(hidden = true)
    public Ordered part(@PathParam("id") String id, JsonNode body) {
        JsonInput input = JsonInput.object(body);
        JsonNode removed = input.free("removed", 20);
        input.finish();
        String business = caller.business();
        if (removed != null) {
            erasures.feedbackIsDone(business, id, removed);
        }
        return new Ordered(erasures.feedbackPart(business, id)
                .orElseThrow(() -> Problems.notFound("The part of the erasure"))
                .ordered());
    }

    /** Whom to forget; null when there is nothing to do, or nothing yet. */
    public record Ordered(JsonNode order) {}

    @GET
    @RolesAllowed(Scopes.INTERNAL_ERASURES)
    @Operation(hidden = true)
    public ErasureReceipt.Part get(@PathParam("id") String id) {
        return ErasureReceipt.part(erasures.get(caller.business(), id));
    }
}
