package io.rapport.gateway.access.key;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.http.QueryInput;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Scopes;
import io.rapport.gateway.access.tenant.Acting;
import io.rapport.gateway.access.tenant.Ids;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/keys}: the keys of a business. */
@Path("/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Scopes.KEYS_WRITE, Scopes.ADMIN})
@Tag(name = "Keys", description = "The keys with which programs call this API.")
public class KeyResource {
    private final KeyRing keys;
    private final Acting acting;

    KeyResource(KeyRing keys, Acting acting) {
        this.keys = keys;
        this.acting = acting;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createKey",
            summary = "Make a key",
            description = "The answer is the only one that shows the whole key. A key can't give scopes that it lacks.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewKey.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new key, whole.",
            content = @Content(schema = @Schema(implementation = IssuedKey.class)))
    public Response create(JsonNode body) {
        NewKey wanted = NewKey.read(body);
        String business = acting.businessOr(wanted.businessId());
        Set<String> scopes = wanted.granted(acting.scopes(), acting.isAdmin());
        IssuedKey issued = keys.issue(business, wanted.kind(), scopes, wanted.name(), acting.subject());
        return Response.created(URI.create("/v1/keys/" + issued.about().id()))
                .entity(issued)
                .build();
    }

    @GET
    @Operation(
            operationId = "listKeys",
            summary = "List the keys",
            description = "Shows the beginning of each key, never the whole.")
    @Parameter(
            name = "businessId",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = String.class),
            description = "For administration, which belongs to no business.")
    @APIResponse(
            responseCode = "200",
            description = "The keys, oldest first.",
            content = @Content(schema = @Schema(implementation = KeyPage.class)))
    public KeyPage list(@Context UriInfo uri) {
        QueryInput query = new QueryInput(uri);
        String named = query.text("businessId");
        query.finish();
        return new KeyPage(keys.list(acting.businessOr(named)), null);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getKey", summary = "Show a key", description = "Shows its beginning, never the whole.")
    @APIResponse(
            responseCode = "200",
            description = "The key.",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    public KeyView get(
            @Parameter(description = "The key's id.", example = "k_abcdefghijklmnop_abcdefghijklmnop") @PathParam("id")
                    String id) {
        return keys.get(businessOf(id), id);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteKey",
            summary = "Delete a key",
            description = "It opens nothing from then on; other replicas of the gateway follow within 30 seconds.")
    @APIResponse(responseCode = "204", description = "The key is deleted.")
    public void delete(
            @Parameter(description = "The key's id.", example = "k_abcdefghijklmnop_abcdefghijklmnop") @PathParam("id")
                    String id) {
        keys.delete(businessOf(id), id);
    }

    /** A key's id names its business; another business's key is not known here. */
    private String businessOf(String id) {
        return Ids.businessOfKey(id)
                .filter(business -> acting.isAdmin() || business.equals(acting.business()))
                .orElseThrow(() -> Problems.notFound("This key"));
    }
}
