package io.rapport.feedback.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.business.Businesses;
import io.rapport.frame.http.QueryInput;
import io.rapport.frame.openapi.Paging;
import io.rapport.frame.token.Scopes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whom the business should answer, and until when. */
@Path("/v1/follow-ups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback", description = "Reviews, posts, messages, notes: what customers say.")
class FollowUpResource {
    private final Businesses businesses;
    private final FollowUps followUps;

    FollowUpResource(Businesses businesses, FollowUps followUps) {
        this.businesses = businesses;
        this.followUps = followUps;
    }

    @GET
    @RolesAllowed(Scopes.FEEDBACK_READ)
    @Operation(
            operationId = "listFollowUps",
            summary = "List whom to answer",
            description = "Detractors and promoters who have no reply yet and whose handling isn't done; what is due"
                    + " first comes first.")
    @Parameter(
            name = "who",
            in = ParameterIn.QUERY,
            description = "Only these.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"detractor", "promoter"}))
    @Parameter(
            name = "assignee",
            in = ParameterIn.QUERY,
            description = "Looked after by this person.",
            example = "mia",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "overdue",
            in = ParameterIn.QUERY,
            description = "Only what was due before now, or only what wasn't.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(name = Paging.CURSOR, in = ParameterIn.QUERY)
    @Parameter(name = Paging.LIMIT, in = ParameterIn.QUERY)
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = FollowUpItem.Page.class)))
    public FollowUpItem.Page list(@Context UriInfo uri) {
        return followUps.page(businesses.current(), FollowUps.Filter.read(new QueryInput(uri)));
    }

    @GET
    @Path("/rule")
    @RolesAllowed(Scopes.FEEDBACK_READ)
    @Operation(
            operationId = "getFollowUpRule",
            summary = "Get within how many days whom to answer",
            description = "Two days for detractors and seven for promoters, unless the business has said otherwise.")
    @APIResponse(
            responseCode = "200",
            description = "The rule.",
            content = @Content(schema = @Schema(implementation = FollowUpRule.class)))
    public FollowUpRule rule() {
        return followUps.rule(businesses.current());
    }

    @PUT
    @Path("/rule")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.FEEDBACK_WRITE)
    @Operation(
            operationId = "setFollowUpRule",
            summary = "Say within how many days whom to answer",
            description = "It holds for all that have no date of their own, at once.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = FollowUpRule.class)))
    @APIResponse(
            responseCode = "200",
            description = "The rule.",
            content = @Content(schema = @Schema(implementation = FollowUpRule.class)))
    public FollowUpRule setRule(JsonNode body) {
        FollowUpRule rule = FollowUpRule.read(body);
        followUps.setRule(businesses.current(), rule);
        return rule;
    }
}
