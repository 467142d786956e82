package io.rapport.feedback.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.business.Businesses;
import io.rapport.feedback.review.FeedbackKey;
import io.rapport.feedback.review.ReplyItem;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a business answers to feedback. */
@Path("/v1/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback", description = "Reviews, posts, messages, notes: what customers say.")
class ReplyResource {
    private static final String EXAMPLE = """
            {"text": "Thank you, we have opened a second till.", "author": "Mia"}""";

    private final Businesses businesses;
    private final ReplyTemplates templates;
    private final Replies replies;
    private final Caller caller;
    private final Clock clock;

    ReplyResource(Businesses businesses, ReplyTemplates templates, Replies replies, Caller caller, Clock clock) {
        this.businesses = businesses;
        this.templates = templates;
        this.replies = replies;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("/{source}/{id}/reply")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.FEEDBACK_WRITE)
    @Operation(
            operationId = "replyToFeedback",
            summary = "Answer a feedback",
            description = "Stored, and to be posted where the feedback stands. A feedback has one reply: another one"
                    + " changes it, and leaves when it was first answered. It stays through edits of the feedback and"
                    + " goes with its deletion.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ReplyInput.class),
                            examples = @ExampleObject(name = "reply", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "It is answered.",
            content = @Content(schema = @Schema(implementation = ReplyItem.class)))
    @APIResponse(
            responseCode = "200",
            description = "The reply as it is now.",
            content = @Content(schema = @Schema(implementation = ReplyItem.class)))
    public Response reply(
            @Parameter(description = "Who reports it.", example = "google") @PathParam("source") String source,
            @Parameter(description = "The source's own id.", example = "r-1") @PathParam("id") String id,
            JsonNode body) {
        String business = businesses.current();
        FeedbackKey key = FeedbackKey.named(source, id);
        ReplyInput input = templates.filled(business, key, ReplyInput.read(body, clock.instant()));
        Replies.Written written = replies.write(business, key, input, caller.subject());
        return Response.status(written.first() ? Response.Status.CREATED : Response.Status.OK)
                .entity(written.reply())
                .build();
    }

    @PATCH
    @Path("/{source}/{id}/reply")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.FEEDBACK_WRITE)
    @Operation(
            operationId = "markReply",
            summary = "Mark a reply as posted",
            description = "Once it stands where the feedback does; `to_be_posted` takes that back.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReplyInput.Change.class)))
    @APIResponse(
            responseCode = "200",
            description = "The reply as it is now.",
            content = @Content(schema = @Schema(implementation = ReplyItem.class)))
    public ReplyItem mark(
            @Parameter(description = "Who reports it.", example = "google") @PathParam("source") String source,
            @Parameter(description = "The source's own id.", example = "r-1") @PathParam("id") String id,
            JsonNode body) {
        JsonInput input = JsonInput.object(body);
        String state = input.requiredOneOf("state", ReplyInput.STATES);
        input.finish();
        return replies.mark(businesses.current(), FeedbackKey.named(source, id), state);
    }

    @DELETE
    @Path("/{source}/{id}/reply")
    @RolesAllowed(Scopes.FEEDBACK_WRITE)
    @Operation(
            operationId = "deleteReply",
            summary = "Take a reply back",
            description = "The feedback counts as not answered. Can be repeated.")
    @APIResponse(responseCode = "204", description = "There is no reply.")
    public void delete(
            @Parameter(description = "Who reports it.", example = "google") @PathParam("source") String source,
            @Parameter(description = "The source's own id.", example = "r-1") @PathParam("id") String id) {
        replies.delete(businesses.current(), FeedbackKey.named(source, id));
    }
}
