package io.rapport.feedback.parked;

import io.rapport.feedback.business.Businesses;
import io.rapport.feedback.review.FeedbackStored;
import io.rapport.frame.http.QueryInput;
import io.rapport.frame.openapi.Paging;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Scopes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what is parked, and has it tried again. */
@Path("/v1/parked")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parked", description = "What could not be processed and was set aside.")
class ParkedResource {
    private final Businesses businesses;
    private final ParkedList list;
    private final Event<FeedbackStored> stored;

    ParkedResource(Businesses businesses, ParkedList list, Event<FeedbackStored> stored) {
        this.businesses = businesses;
        this.list = list;
        this.stored = stored;
    }

    @GET
    @RolesAllowed(Scopes.FEEDBACK_READ)
    @Operation(
            operationId = "listParked",
            summary = "List what is parked",
            description =
                    "Facts and texts that could not be processed, each with the reason. Nothing waits behind them.")
    @Parameter(name = Paging.CURSOR, in = ParameterIn.QUERY)
    @Parameter(name = Paging.LIMIT, in = ParameterIn.QUERY)
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = ParkedPage.class)))
    public ParkedPage list(@Context UriInfo uri) {
        QueryInput query = new QueryInput(uri);
        String cursor = query.text("cursor");
        int limit = query.integer("limit", 1, 200, 50);
        query.finish();
        return list.page(businesses.current(), cursor == null ? "" : cursor, limit);
    }

    @POST
    @Path("/{id}/retry")
    @Transactional
    @RolesAllowed(Scopes.FEEDBACK_WRITE)
    @Operation(
            operationId = "retryParked",
            summary = "Try it again",
            description = "Puts it back into its queue; it is parked anew if it fails again.")
    @APIResponse(responseCode = "202", description = "It will be tried again.")
    public Response retry(
            @Parameter(description = "Its id.", example = "pa_abcdefghijklmnop") @PathParam("id") String id) {
        if (!id.matches("pa_[a-z2-7]{16}") || !list.retry(businesses.current(), id)) {
            throw Problems.notFound("The parked item");
        }
        stored.fire(new FeedbackStored());
        return Response.accepted().build();
    }
}
