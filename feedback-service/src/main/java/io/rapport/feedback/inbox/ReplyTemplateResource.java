package io.rapport.feedback.inbox;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The texts from which replies are made. */
@Path("/v1/reply-templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback", description = "Reviews, posts, messages, notes: what customers say.")
class ReplyTemplateResource {
    private final Businesses businesses;
    private final ReplyTemplates templates;

    ReplyTemplateResource(Businesses businesses, ReplyTemplates templates) {
        this.businesses = businesses;
        this.templates = templates;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.FEEDBACK_WRITE)
    @Operation(
            operationId = "createReplyTemplate",
            summary = "Make a template for replies",
            description = "What it leaves blank is filled in from the feedback that is answered.")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            description = "The same key with the same body creates one template, however often it is sent.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReplyTemplateInput.class)))
    @APIResponse(
            responseCode = "201",
            description = "The template.",
            content = @Content(schema = @Schema(implementation = ReplyTemplateItem.class)))
    @APIResponse(responseCode = "409", description = "The `Idempotency-Key` was used with another body.")
    public Response create(@Parameter(hidden = true) @HeaderParam(IdempotencyKey.HEADER) String key, JsonNode body) {
        ReplyTemplateItem created = templates.create(businesses.current(), body, new IdempotencyKey(key));
        return Response.created(URI.create("/v1/reply-templates/" + created.id()))
                .entity(created)
                .build();
    }

    @GET
    @RolesAllowed(Scopes.FEEDBACK_READ)
    @Operation(
            operationId = "listReplyTemplates",
            summary = "List the templates for replies",
            description = "In the order of their ids.")
    @Parameter(name = Paging.CURSOR, in = ParameterIn.QUERY)
    @Parameter(name = Paging.LIMIT, in = ParameterIn.QUERY)
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = ReplyTemplatePage.class)))
    public ReplyTemplatePage list(@Context UriInfo uri) {
        QueryInput query = new QueryInput(uri);
        String cursor = query.text("cursor");
        int limit = query.integer("limit", 1, 200, 50);
        query.finish();
        return templates.page(businesses.current(), cursor == null ? "" : cursor, limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scopes.FEEDBACK_READ)
    @Operation(operationId = "getReplyTemplate", summary = "Get a template", description = "As it is now.")
    @APIResponse(
            responseCode = "200",
            description = "The template.",
            content = @Content(schema = @Schema(implementation = ReplyTemplateItem.class)))
    public ReplyTemplateItem get(
            @Parameter(description = "Its id.", example = "rt_abcdefghijklmnop") @PathParam("id") String id) {
        return templates.get(businesses.current(), id);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.FEEDBACK_WRITE)
    @Operation(
            operationId = "replaceReplyTemplate",
            summary = "Replace a template",
            description = "Replies that were made from it stay as they are.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReplyTemplateInput.class)))
    @APIResponse(
            responseCode = "200",
            description = "The template as it is now.",
            content = @Content(schema = @Schema(implementation = ReplyTemplateItem.class)))
    public ReplyTemplateItem replace(
            @Parameter(description = "Its id.", example = "rt_abcdefghijklmnop") @PathParam("id") String id,
            JsonNode body) {
        return templates.replace(businesses.current(), id, body);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Scopes.FEEDBACK_WRITE)
    @Operation(
            operationId = "deleteReplyTemplate",
            summary = "Delete a template",
            description = "Replies that were made from it stay.")
    @APIResponse(responseCode = "204", description = "It is deleted.")
    public void delete(
            @Parameter(description = "Its id.", example = "rt_abcdefghijklmnop") @PathParam("id") String id) {
        templates.delete(businesses.current(), id);
    }
}
