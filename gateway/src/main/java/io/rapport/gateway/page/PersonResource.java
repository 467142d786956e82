package io.rapport.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.http.QueryInput;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Scopes;
import io.rapport.gateway.access.person.People;
import io.rapport.gateway.access.person.PersonView;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/people}: who signs in to the dashboard. */
@Path("/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Scopes.PEOPLE_WRITE, Scopes.ADMIN})
@Tag(name = "People", description = "The people who sign in to the dashboard.")
public class PersonResource {
    private final People people;
    private final Acting acting;
    private final PublicAddress address;

    PersonResource(People people, Acting acting, PublicAddress address) {
        this.people = people;
        this.acting = acting;
        this.address = address;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "invitePerson",
            summary = "Invite a person",
            description =
                    "Only this answer shows the link, which lets them choose a password once, within seven days. No"
                            + " e-mail is sent: pass the link on. An organisation's people see all its businesses. Readers look; owners"
                            + " also look at customers one by one, answer them, make surveys, connect sources, and let people in and"
                            + " out.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewPerson.Body.class)))
    @APIResponse(
            responseCode = "201",
            description = "The person, with the link to pass on.",
            content = @Content(schema = @Schema(implementation = InvitedPerson.class)))
    public Response invite(JsonNode body) {
        NewPerson wanted = NewPerson.read(body);
        String owner = owner(wanted.businessId(), wanted.organisationId());
        People.Invitation invitation =
                people.invite(owner, wanted.email(), wanted.name(), wanted.role(), acting.subject());
        return Response.created(URI.create("/v1/people/" + invitation.person().id()))
                .entity(InvitedPerson.of(invitation, address))
                .build();
    }

    @GET
    @Operation(
            operationId = "listPeople",
            summary = "List the people",
            description = "Those of the business; for somebody of an organisation, those of the organisation.")
    @Parameter(
            name = "businessId",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = String.class),
            description = "Of which business, where it isn't the caller's own.")
    @Parameter(
            name = "organisationId",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = String.class),
            description = "Of which organisation, for administration.")
    @APIResponse(
            responseCode = "200",
            description = "The people, in the order in which they were invited.",
            content = @Content(schema = @Schema(implementation = PersonPage.class)))
    public PersonPage list(@Context UriInfo uri) {
        QueryInput query = new QueryInput(uri);
        String business = query.text("businessId");
        String organisation = query.text("organisationId");
        query.finish();
        return new PersonPage(people.list(owner(business, organisation)), null);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPerson", summary = "Show a person", description = "With role and state.")
    @APIResponse(
            responseCode = "200",
            description = "The person.",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    public PersonView get(@PathParam("id") String id) {
        return people.get(ownerOf(id), id);
    }

    @POST
    @Path("/{id}/link")
    @Operation(
            operationId = "invitePersonAgain",
            summary = "Make another link for a person",
            description =
                    "For somebody who lost the link or forgot the password. Links made before open nothing any more;"
                            + " the present password holds until another is chosen.")
    @APIResponse(
            responseCode = "201",
            description = "The person, with the link to pass on.",
            content = @Content(schema = @Schema(implementation = InvitedPerson.class)))
    public Response inviteAgain(@PathParam("id") String id) {
        return Response.status(Response.Status.CREATED)
                .entity(InvitedPerson.of(people.inviteAgain(ownerOf(id), id), address))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "removePerson",
            summary = "Remove a person",
            description = "Their sessions and links end at once.")
    @APIResponse(responseCode = "204", description = "The person is removed.")
    public void remove(@PathParam("id") String id) {
        String owner = ownerOf(id);
        if (acting.subject().equals(Acting.OF_PERSON + id)) {
            throw Problems.conflict("Nobody can remove themself: ask another owner.");
        }
        people.remove(owner, id);
    }

    private String owner(String business, String organisation) {
        if (business != null && organisation != null) {
            throw Problems.validation("organisationId", "must not be named together with businessId");
        }
        if (organisation != null) {
            return managed(organisation, Ids.isOrganisation(organisation), "This organisation");
        }
        if (business != null) {
            return managed(business, Ids.isBusiness(business), "This business");
        }
        if (acting.isAdmin()) {
            throw Problems.validation(
                    "businessId", "or organisationId is required: administration belongs to no business");
        }
        return acting.owner();
    }

    /** A person's id names whose it is; another's people are not known here. */
    private String ownerOf(String id) {
        return managed(Ids.ownerOfPerson(id).orElse(""), Ids.ownerOfPerson(id).isPresent(), "This person");
    }

    private String managed(String owner, boolean wellFormed, String what) {
        if (!wellFormed || !acting.manages(owner)) {
            throw Problems.notFound(what);
        }
        return owner;
    }
}
