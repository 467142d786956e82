package io.rapport.feedback.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.business.Businesses;
import io.rapport.feedback.review.FeedbackKey;
import io.rapport.feedback.review.HandlingItem;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who looks after a feedback, until when, and what they note. */
@Path("/v1/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback", description = "Reviews, posts, messages, notes: what customers say.")
class HandlingResource {
    private final Businesses businesses;
    private final Handlings handlings;
    private final Caller caller;

    HandlingResource(Businesses businesses, Handlings handlings, Caller caller) {
        this.businesses = businesses;
        this.handlings = handlings;
        this.caller = caller;
    }

    @PATCH
    @Path("/{source}/{id}/handling")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.FEEDBACK_WRITE)
    @Operation(
            operationId = "handleFeedback",
            summary = "Assign, tag and date a feedback",
            description = "Who looks after it, until when, under which tags, and how far that is.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = HandlingInput.class)))
    @APIResponse(
            responseCode = "200",
            description = "How it is handled now.",
            content = @Content(schema = @Schema(implementation = HandlingItem.class)))
    public HandlingItem handle(
            @Parameter(description = "Who reports it.", example = "google") @PathParam("source") String source,
            @Parameter(description = "The source's own id.", example = "r-1") @PathParam("id") String id,
            JsonNode body) {
        HandlingInput input = HandlingInput.read(body);
        return handlings.change(businesses.current(), FeedbackKey.named(source, id), input, caller.subject());
    }

    @POST
    @Path("/{source}/{id}/notes")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.FEEDBACK_WRITE)
    @Operation(
            operationId = "addNote",
            summary = "Note something on a feedback",
            description = "For the business's own people. A feedback has at most 500 notes.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NoteItem.Input.class)))
    @APIResponse(
            responseCode = "201",
            description = "The note.",
            content = @Content(schema = @Schema(implementation = NoteItem.class)))
    @APIResponse(responseCode = "409", description = "There are 500 notes already.")
    public Response note(
            @Parameter(description = "Who reports it.", example = "google") @PathParam("source") String source,
            @Parameter(description = "The source's own id.", example = "r-1") @PathParam("id") String id,
            JsonNode body) {
        JsonInput input = JsonInput.object(body);
        String text = input.requiredText("text", 10_000);
        String author = input.text("author", 200);
        input.finish();
        NoteItem note =
                handlings.note(businesses.current(), FeedbackKey.named(source, id), text, author, caller.subject());
        return Response.status(Response.Status.CREATED).entity(note).build();
    }

    @GET
    @Path("/{source}/{id}/notes")
    @RolesAllowed(Scopes.FEEDBACK_READ)
    @Operation(
            operationId = "listNotes",
            summary = "List the notes on a feedback",
            description = "In the order in which they were written.")
    @APIResponse(
            responseCode = "200",
            description = "All of them.",
            content = @Content(schema = @Schema(implementation = NoteItem.Notes.class)))
    public NoteItem.Notes notes(
            @Parameter(description = "Who reports it.", example = "google") @PathParam("source") String source,
            @Parameter(description = "The source's own id.", example = "r-1") @PathParam("id") String id) {
        return new NoteItem.Notes(handlings.notes(businesses.current(), FeedbackKey.named(source, id)));
    }

    @DELETE
    @Path("/{source}/{id}/notes/{note}")
    @RolesAllowed(Scopes.FEEDBACK_WRITE)
    @Operation(operationId = "deleteNote", summary = "Delete a note", description = "It is gone for good.")
    @APIResponse(responseCode = "204", description = "It is deleted.")
    public void deleteNote(
            @Parameter(description = "Who reports it.", example = "google") @PathParam("source") String source,
            @Parameter(description = "The source's own id.", example = "r-1") @PathParam("id") String id,
            @Parameter(description = "The note's id.", example = "no_abcdefghijklmnop") @PathParam("note")
                    String note) {
        handlings.deleteNote(businesses.current(), FeedbackKey.named(source, id), note);
    }
}
