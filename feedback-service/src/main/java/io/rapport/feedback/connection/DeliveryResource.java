package io.rapport.feedback.connection;

import io.rapport.feedback.business.Businesses;
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

/** What a connection has delivered, and the way to have it processed again. */
@Path("/v1/connections/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections", description = "A business's links to outside sources, and what they deliver.")
class DeliveryResource {
    private final Businesses businesses;
    private final Deliveries deliveries;
    private final Connections connections;
    private final Event<DeliveryArrived> arrived;

    DeliveryResource(
            Businesses businesses, Deliveries deliveries, Connections connections, Event<DeliveryArrived> arrived) {
        this.businesses = businesses;
        this.deliveries = deliveries;
        this.connections = connections;
        this.arrived = arrived;
    }

    @GET
    @Transactional
    @RolesAllowed(Scopes.CONNECTIONS_READ)
    @Operation(
            operationId = "listDeliveries",
            summary = "List a connection's deliveries",
            description = "Newest first. Of rejected deliveries the last hundred are noted, without their content.")
    @Parameter(name = Paging.CURSOR, in = ParameterIn.QUERY)
    @Parameter(name = Paging.LIMIT, in = ParameterIn.QUERY)
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    public DeliveryPage list(
            @Parameter(description = "The connection's id.", example = "cn_abcdefghijklmnop_abcdefghijklmnop")
                    @PathParam("id")
                    String connection,
            @Context UriInfo uri) {
        QueryInput query = new QueryInput(uri);
        String cursor = query.text("cursor");
        if (cursor != null && !cursor.matches("\\d{1,18}")) {
            query.refuse("cursor", "is not a cursor of this list");
        }
        int limit = query.integer("limit", 1, 200, 50);
        query.finish();
        String business = businesses.current();
        Connections.live(business, connection);
        return deliveries.page(business, connection, cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor), limit);
    }

    @POST
    @Path("/{deliveryId}/replay")
    @Transactional
    @RolesAllowed(Scopes.CONNECTIONS_WRITE)
    @Operation(
            operationId = "replayDelivery",
            summary = "Process a delivery again",
            description = "From its raw payload. What it says is counted once, however often it is replayed.")
    @APIResponse(responseCode = "202", description = "It will be processed again.")
    @APIResponse(
            responseCode = "409",
            description = "Nothing was kept of this delivery: it was rejected, or a duplicate.")
    public Response replay(
            @Parameter(description = "The connection's id.", example = "cn_abcdefghijklmnop_abcdefghijklmnop")
                    @PathParam("id")
                    String connection,
            @Parameter(description = "The delivery's id.", example = "dl_abcdefghijklmnop") @PathParam("deliveryId")
                    String delivery) {
        String business = businesses.current();
        boolean toFetch = connections.mustFetch(Connections.live(business, connection));
        if (!delivery.matches("dl_[a-z2-7]{16}") || !deliveries.exists(business, connection, delivery)) {
            throw Problems.notFound("The delivery");
        }
        if (!deliveries.replay(business, connection, delivery, toFetch)) {
            throw Problems.conflict("Nothing was kept of this delivery that could be processed again.");
        }
        arrived.fire(new DeliveryArrived());
        return Response.accepted().build();
    }
}
