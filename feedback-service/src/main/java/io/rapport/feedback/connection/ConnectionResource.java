package io.rapport.feedback.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.api.IdempotencyKey;
import io.rapport.feedback.business.Businesses;
import io.rapport.frame.http.QueryInput;
import io.rapport.frame.openapi.Paging;
import io.rapport.frame.token.Scopes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Connections as a business makes and ends them. */
@Path("/v1/connections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections", description = "A business's links to outside sources, and what they deliver.")
class ConnectionResource {
    private final Businesses businesses;
    private final Connections connections;
    private final TryOut tryOut;

    ConnectionResource(Businesses businesses, Connections connections, TryOut tryOut) {
        this.businesses = businesses;
        this.connections = connections;
        this.tryOut = tryOut;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.CONNECTIONS_WRITE)
    @Operation(
            operationId = "createConnection",
            summary = "Connect an outside source",
            description =
                    "Answers with the address to which the source posts and the secret with which it signs. The secret"
                            + " is shown this once (and again only to a repetition with the same `Idempotency-Key`).")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            description = "The same key with the same body creates one connection, however often it is sent.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ConnectionInput.class),
                            examples =
                                    @ExampleObject(
                                            name = "webhook",
                                            value = "{\"type\": \"standard-webhooks\", \"name\": \"Review site\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The connection, with its secret.",
            content = @Content(schema = @Schema(implementation = ConnectionCreated.class)))
    @APIResponse(responseCode = "409", description = "The `Idempotency-Key` was used with another body.")
    public Response create(@Parameter(hidden = true) @HeaderParam(IdempotencyKey.HEADER) String key, JsonNode body) {
        ConnectionCreated created = connections.create(businesses.current(), body, new IdempotencyKey(key));
        return Response.created(URI.create("/v1/connections/" + created.id()))
                .entity(created)
                .build();
    }

    @GET
    @RolesAllowed(Scopes.CONNECTIONS_READ)
    @Operation(
            operationId = "listConnections",
            summary = "List connections",
            description = "Without their secrets, in the order of their ids.")
    @Parameter(name = Paging.CURSOR, in = ParameterIn.QUERY)
    @Parameter(name = Paging.LIMIT, in = ParameterIn.QUERY)
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = ConnectionPage.class)))
    public ConnectionPage list(@Context UriInfo uri) {
        QueryInput query = new QueryInput(uri);
        String cursor = query.text("cursor");
        int limit = query.integer("limit", 1, 200, 50);
        query.finish();
        return connections.page(businesses.current(), cursor == null ? "" : cursor, limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scopes.CONNECTIONS_READ)
    @Operation(operationId = "getConnection", summary = "Get a connection", description = "Without its secret.")
    @APIResponse(
            responseCode = "200",
            description = "The connection.",
            content = @Content(schema = @Schema(implementation = ConnectionItem.class)))
    public ConnectionItem get(
            @Parameter(description = "Its id.", example = "cn_abcdefghijklmnop_abcdefghijklmnop") @PathParam("id")
                    String id) {
        return connections.get(businesses.current(), id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.CONNECTIONS_WRITE)
    @Operation(
            operationId = "changeConnection",
            summary = "Change a connection",
            description =
                    "Its name, mapping, settings or credentials: what is given takes the place of what was. Credentials"
                            + " that are not named stay; one that is null is removed. What failed to be read before can be replayed.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ConnectionPatch.class),
                            examples =
                                    @ExampleObject(name = "name", value = "{\"name\": \"Review site, main street\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The connection as it is now.",
            content = @Content(schema = @Schema(implementation = ConnectionItem.class)))
    public ConnectionItem change(
            @Parameter(description = "Its id.", example = "cn_abcdefghijklmnop_abcdefghijklmnop") @PathParam("id")
                    String id,
            JsonNode body) {
        return connections.change(businesses.current(), id, body);
    }

    @POST
    @Path("/{id}/rotate")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.CONNECTIONS_WRITE)
    @Operation(
            operationId = "rotateConnectionSecret",
            summary = "Give a connection another secret",
            description =
                    "The one before stays valid for `overlapHours` (24 unless given, at most 168), so that nothing is"
                            + " lost while the source is told. With 0 it ends at once. Where the source makes the secret, it is given"
                            + " here, the first one too.")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            description = "The same key again shows the secret of the first time.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RotationInput.class),
                            examples = @ExampleObject(name = "a day", value = "{\"overlapHours\": 24}")))
    @APIResponse(
            responseCode = "200",
            description = "The new secret.",
            content = @Content(schema = @Schema(implementation = ConnectionRotated.class)))
    @APIResponse(
            responseCode = "409",
            description = "The last rotation's old secret is still valid, or the type has no secret.")
    public ConnectionRotated rotate(
            @Parameter(description = "Its id.", example = "cn_abcdefghijklmnop_abcdefghijklmnop") @PathParam("id")
                    String id,
            @Parameter(hidden = true) @HeaderParam(IdempotencyKey.HEADER) String key,
            JsonNode body) {
        return connections.rotate(businesses.current(), id, body, new IdempotencyKey(key));
    }

    @POST
    @Path("/{id}/test")
    @RolesAllowed(Scopes.CONNECTIONS_WRITE)
    @Operation(
            operationId = "testConnection",
            summary = "Try a connection out",
            description =
                    "Makes a delivery as the source would, signs it with the connection's secret, checks and reads it"
                            + " by its settings, and asks the source where that is how it works. Nothing is stored but a line in the"
                            + " deliveries.")
    @APIResponse(
            responseCode = "200",
            description = "What came of it.",
            content = @Content(schema = @Schema(implementation = ConnectionTested.class)))
    public ConnectionTested test(
            @Parameter(description = "Its id.", example = "cn_abcdefghijklmnop_abcdefghijklmnop") @PathParam("id")
                    String id) {
        return tryOut.run(businesses.current(), id);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Scopes.CONNECTIONS_WRITE)
    @Operation(
            operationId = "deleteConnection",
            summary = "End a connection",
            description =
                    "Its address takes nothing more and its secret is erased; the feedback that it has brought stays.")
    @APIResponse(responseCode = "204", description = "It is ended.")
    public void delete(
            @Parameter(description = "Its id.", example = "cn_abcdefghijklmnop_abcdefghijklmnop") @PathParam("id")
                    String id) {
        connections.delete(businesses.current(), id);
    }
}
