package io.rapport.gateway.business;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.openapi.Paging;
import io.rapport.frame.problem.ProblemType;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Scopes;
import io.rapport.gateway.access.tenant.Acting;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/businesses}: the businesses and their settings. */
@Path("/v1/businesses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration", description = "Organisations, businesses and their settings.")
public class BusinessResource {
    private final Businesses businesses;
    private final Acting acting;

    BusinessResource(Businesses businesses, Acting acting) {
        this.businesses = businesses;
        this.acting = acting;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.ADMIN)
    @Operation(
            operationId = "createBusiness",
            summary = "Make a business",
            description = "It is ready for use when this answers. Only this answer shows its first two keys.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = BusinessBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new business with its keys.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = CreatedBusiness.class)))
    public Response create(JsonNode body) {
        CreatedBusiness created = businesses.create(BusinessInput.forNew(body), acting.subject());
        return Response.created(
                        URI.create("/v1/businesses/" + created.business().id()))
                .tag(tag(created.business().version()))
                .entity(created)
                .build();
    }

    @GET
    @RolesAllowed(Scopes.ADMIN)
    @Operation(
            operationId = "listBusinesses",
            summary = "List the businesses",
            description = "In the order of their ids.")
    @Parameter(name = Paging.CURSOR, in = ParameterIn.QUERY)
    @Parameter(name = Paging.LIMIT, in = ParameterIn.QUERY)
    @APIResponse(
            responseCode = "200",
            description = "Some of the businesses.",
            content = @Content(schema = @Schema(implementation = BusinessPage.class)))
    public BusinessPage list(@Context UriInfo uri) {
        return businesses.list(Page.read(uri));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Scopes.BUSINESS_READ, Scopes.ADMIN})
    @Operation(operationId = "getBusiness", summary = "Show a business", description = "With its settings and version.")
    @APIResponse(
            responseCode = "200",
            description = "The business.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = BusinessView.class)))
    public Response get(
            @Parameter(description = "The business's id.", example = "b_abcdefghijklmnop") @PathParam("id") String id) {
        return answer(businesses.get(acting.known(id)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RolesAllowed({Scopes.BUSINESS_WRITE, Scopes.ADMIN})
    @Operation(
            operationId = "changeBusiness",
            summary = "Change a business",
            description =
                    "What is left out stays, null brings a setting's default back. With If-Match the change is made"
                            + " only to the version that the client has seen, else 412. Services that can't be told at once are"
                            + " named in `pending` and told later.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SettingsBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The business after the change.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = BusinessView.class)))
    @APIResponse(responseCode = "412", description = "The business has another version than If-Match expects.")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag that the client has seen.",
            schema = @Schema(implementation = String.class))
    public Response change(
            @Parameter(description = "The business's id.", example = "b_abcdefghijklmnop") @PathParam("id") String id,
            @HeaderParam("If-Match") List<String> expected,
            JsonNode body) {
        return answer(businesses.change(acting.known(id), body, version -> require(version, expected)));
    }

    private static Response answer(BusinessView business) {
        return Response.ok(business).tag(tag(business.version())).build();
    }

    private static void require(int version, List<String> expected) {
        String tag = "\"" + version + "\"";
        boolean met = expected.isEmpty()
                || expected.stream()
                        .flatMap(header -> List.of(header.split(",")).stream())
                        .map(String::strip)
                        .anyMatch(value -> value.equals("*") || value.equals(tag));
        if (!met) {
            throw Problems.of(
                            ProblemType.CONFLICT,
                            "The business has changed in the meantime; its version is " + version + ".")
                    .withStatus(412)
                    .build();
        }
    }

    private static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }
}
