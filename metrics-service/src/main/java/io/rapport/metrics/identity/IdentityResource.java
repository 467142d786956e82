package io.rapport.metrics.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.event.EventResource.Recorded;
import io.rapport.metrics.event.Provenance;
import io.rapport.metrics.operation.Intake;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is whom: links between the ids of one person. */
@Path("/v1/identify")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Facts")
public class IdentityResource {
    private final IdentityStore store;
    private final Intake intake;
    private final Caller caller;
    private final Clock clock;

    IdentityResource(IdentityStore store, Intake intake, Caller caller, Clock clock) {
        this.store = store;
        this.intake = intake;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.CUSTOMERS_WRITE)
    @Operation(
            operationId = "identify",
            summary = "Link an id to a customer",
            description =
                    "A visitor, e-mail address, phone number or handle is this customer from now (or occurredAt) on;"
                            + " the first link reaches back to what was done before it. An address that two customers gave"
                            + " is each one's in its time, and merges nobody. formerCustomerId merges: all that is known of"
                            + " that customer is this one's, at all times, until the link is undone. What is derived follows"
                            + " within seconds (visits, traits); what events and feedback name is looked up when a question"
                            + " is asked.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = IdentifyInput.class),
                            examples =
                                    @ExampleObject(
                                            name = "A visitor signed in",
                                            value = "{\"visitorId\": \"v1\", \"customerId\": \"c1\","
                                                    + " \"traits\": {\"plan\": \"gold\"}}")))
    @APIResponse(
            responseCode = "202",
            description = "Stored, and everything derived follows.",
            content = @Content(schema = @Schema(implementation = Recorded.class)))
    public Response identify(JsonNode body) {
        Instant now = clock.instant();
        IdentityLink link = IdentityLink.read(body, now);
        boolean fresh = store.link(caller.business(), link, now, new Provenance(caller.subject(), caller.origin()));
        intake.count("identity", fresh ? 1 : 0, fresh ? 0 : 1);
        return Response.accepted(new Recorded(fresh ? 1 : 0, fresh ? 0 : 1)).build();
    }

    @DELETE
    @Path("{type}/{id}")
    @RolesAllowed(Scopes.CUSTOMERS_WRITE)
    @Operation(
            operationId = "undoIdentify",
            summary = "Undo the links of an id",
            description = "As if they had never been made: everything derived follows.")
    @APIResponse(responseCode = "204", description = "Undone.")
    @APIResponse(responseCode = "404", description = "No link of this id holds.")
    public void undo(
            @Parameter(
                            description = "What sort of id it is.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"visitor", "email", "phone", "handle", "customer"}))
                    @PathParam("type")
                    String type,
            @Parameter(description = "The id.", example = "v1") @PathParam("id") String id) {
        boolean known = IdentityLink.MEMBER_OF_TYPE.containsKey(type);
        if (!known || !store.undo(caller.business(), type, id, clock.instant(), caller.subject())) {
            throw Problems.notFound("A link of this id");
        }
    }

    @Schema(
            name = "IdentifyInput",
            description = "Exactly one of visitorId, email, phone, handle and formerCustomerId is given.")
    record IdentifyInput(
            @Schema(nullable = true, maxLength = 200) String visitorId,
            @Schema(nullable = true, maxLength = 200) String email,
            @Schema(nullable = true, maxLength = 200) String phone,
            @Schema(nullable = true, maxLength = 200) String handle,

            @Schema(
                    nullable = true,
                    maxLength = 200,
                    description = "Another id of the same customer, who is known by customerId alone from here on.")
            String formerCustomerId,

            @Schema(required = true, maxLength = 200) String customerId,

            @Schema(nullable = true, description = "Now, where it is not given.")
            Instant occurredAt,

            @Schema(nullable = true, description = "Strings, numbers and booleans.")
            Map<String, Object> traits) {}
}
