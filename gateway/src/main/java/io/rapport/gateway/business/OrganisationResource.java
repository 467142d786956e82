package io.rapport.gateway.business;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.openapi.Paging;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Scopes;
import io.rapport.gateway.access.tenant.Ids;
import io.rapport.gateway.access.tenant.Isolated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/organisations}: owners of several businesses. */
@Path("/v1/organisations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.ADMIN)
@Tag(name = "Administration", description = "Organisations, businesses and their settings.")
public class OrganisationResource {
    private final Isolated isolated;
    private final Clock clock;

    OrganisationResource(Isolated isolated, Clock clock) {
        this.isolated = isolated;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createOrganisation",
            summary = "Make an organisation",
            description = "An owner of several businesses, such as an agency.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = OrganisationView.Body.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new organisation.",
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public Response create(JsonNode body) {
        JsonInput input = JsonInput.object(body);
        Organisation organisation = new Organisation();
        organisation.id = Ids.ofOrganisation();
        organisation.name = input.requiredText("name", 200);
        organisation.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        input.finish();
        isolated.unbound(() -> {
            organisation.persist();
            return organisation.id;
        });
        return Response.created(URI.create("/v1/organisations/" + organisation.id))
                .entity(OrganisationView.from(organisation))
                .build();
    }

    @GET
    @Operation(
            operationId = "listOrganisations",
            summary = "List the organisations",
            description = "In the order of their ids.")
    @Parameter(name = Paging.CURSOR, in = ParameterIn.QUERY)
    @Parameter(name = Paging.LIMIT, in = ParameterIn.QUERY)
    @APIResponse(
            responseCode = "200",
            description = "Some of the organisations.",
            content = @Content(schema = @Schema(implementation = OrganisationView.Listed.class)))
    public OrganisationView.Listed list(@Context UriInfo uri) {
        Page page = Page.read(uri);
        List<OrganisationView> found = isolated.unbound(() ->
                Organisation.<Organisation>find("id > ?1 order by id", page.after()).page(0, page.limit() + 1).stream()
                        .map(OrganisationView::from)
                        .toList());
        boolean more = found.size() > page.limit();
        List<OrganisationView> items = more ? found.subList(0, page.limit()) : found;
        return new OrganisationView.Listed(items, more ? items.getLast().id() : null);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getOrganisation", summary = "Show an organisation", description = "By its id.")
    @APIResponse(
            responseCode = "200",
            description = "The organisation.",
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    public OrganisationView get(
            @Parameter(description = "Its id.", example = "o_abcdefghijklmnop") @PathParam("id") String id) {
        return isolated.unbound(() -> Organisation.<Organisation>findByIdOptional(id))
                .map(OrganisationView::from)
                .orElseThrow(() -> Problems.notFound("This organisation"));
    }
}
