package io.rapport.feedback.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.business.Businesses;
import io.rapport.frame.http.QueryInput;
import io.rapport.frame.openapi.Paging;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Feedback as clients write, read and delete it. */
@Path("/v1/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback", description = "Reviews, posts, messages, notes: what customers say.")
class FeedbackResource {
    private static final String EXAMPLE = """
            {"id": "r-1", "source": "google", "kind": "review", "text": "Lovely bread, but the queue was endless.",
             "rating": {"value": 4, "scale": 5}, "author": {"name": "A.", "customerId": "c1"},
             "occurredAt": "2026-03-01T10:00:00Z", "language": "en", "touchpoint": "in_store"}""";

    private final Businesses businesses;
    private final FeedbackReader reader;
    private final FeedbackStore store;
    private final FeedbackList list;
    private final Caller caller;

    FeedbackResource(
            Businesses businesses, FeedbackReader reader, FeedbackStore store, FeedbackList list, Caller caller) {
        this.businesses = businesses;
        this.reader = reader;
        this.store = store;
        this.list = list;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.FEEDBACK_WRITE)
    @Operation(
            operationId = "postFeedback",
            summary = "Store feedback",
            description = "One object or an array of up to 500, stored whole or not at all. The same `source` and `id`"
                    + " with the same content is a duplicate, with other content an edit: the next revision. Where the"
                    + " source numbers its revisions, the highest wins in whatever order they come. What was deleted stays"
                    + " deleted when the same content is sent again without a higher `revision`.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(oneOf = {FeedbackInput.class, FeedbackInput[].class}),
                            examples = @ExampleObject(name = "review", value = EXAMPLE)))
    @APIResponse(
            responseCode = "202",
            description = "Stored durably; it is read and counted within seconds.",
            content = @Content(schema = @Schema(implementation = FeedbackAccepted.class)))
    @APIResponse(responseCode = "409", description = "The `revision` is stored already, with other content.")
    public Response post(JsonNode body) {
        String business = businesses.current();
        var contents = reader.oneOrMany(body);
        return Response.accepted(FeedbackAccepted.from(store.store(business, contents, provenance())))
                .build();
    }

    @GET
    @RolesAllowed(Scopes.FEEDBACK_READ)
    @Operation(
            operationId = "listFeedback",
            summary = "List feedback, newest first",
            description = "All conditions must hold. `next` is the cursor of the next page.")
    @Parameter(name = Paging.CURSOR, in = ParameterIn.QUERY)
    @Parameter(name = Paging.LIMIT, in = ParameterIn.QUERY)
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = FeedbackPage.class)))
    public FeedbackPage list(@BeanParam FeedbackQuery documented, @Context UriInfo uri) {
        String business = businesses.current();
        QueryInput query = new QueryInput(uri);
        return list.page(business, FeedbackFilter.read(query, businesses.zone(business)));
    }

    @GET
    @Path("/{source}/{id}")
    @RolesAllowed(Scopes.FEEDBACK_READ)
    @Operation(
            operationId = "getFeedback",
            summary = "Get one feedback",
            description = "In its current revision, with its reading. Ids are percent-encoded.")
    @APIResponse(
            responseCode = "200",
            description = "The feedback.",
            content = @Content(schema = @Schema(implementation = FeedbackItem.class)))
    public FeedbackItem get(
            @Parameter(description = "Who reports it.", example = "google") @PathParam("source") String source,
            @Parameter(description = "The source's own id.", example = "r-1") @PathParam("id") String id) {
        return list.item(businesses.current(), FeedbackKey.named(source, id))
                .orElseThrow(() -> Problems.notFound("The feedback"));
    }

    @DELETE
    @Path("/{source}/{id}")
    @RolesAllowed(Scopes.FEEDBACK_WRITE)
    @Operation(
            operationId = "deleteFeedback",
            summary = "Delete one feedback",
            description = "Leaves a tombstone: a higher revision without content. Can be repeated.")
    @APIResponse(responseCode = "204", description = "It is deleted.")
    public void delete(
            @Parameter(description = "Who reports it.", example = "google") @PathParam("source") String source,
            @Parameter(description = "The source's own id.", example = "r-1") @PathParam("id") String id) {
        var deletion = store.delete(businesses.current(), FeedbackKey.named(source, id), null, true, provenance());
        if (deletion == FeedbackStore.Deletion.UNKNOWN) {
            throw Problems.notFound("The feedback");
        }
    }

    private Provenance provenance() {
        return new Provenance(caller.subject(), caller.origin());
    }
}
