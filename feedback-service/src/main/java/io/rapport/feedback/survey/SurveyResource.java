package io.rapport.feedback.survey;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.api.IdempotencyKey;
import io.rapport.feedback.business.Businesses;
import io.rapport.feedback.review.FeedbackAccepted;
import io.rapport.feedback.review.Provenance;
import io.rapport.frame.http.QueryInput;
import io.rapport.frame.openapi.Paging;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Surveys as a business makes them, and the answers to them. */
@Path("/v1/surveys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Surveys", description = "Surveys and the answers to them.")
class SurveyResource {
    private static final String EXAMPLE = """
            {"name": "After a visit", "type": "nps", "question": "How likely are you to recommend us?",
             "touchpoint": "in_store"}""";
    private static final String LONG_EXAMPLE = """
            {"name": "Checkout", "type": "ces", "scale": {"min": 1, "max": 7, "good": "low"}, "languages": ["en"],
             "questions": [{"id": "effort", "type": "ces", "text": "How much effort did it take?", "options": []},
                           {"id": "why", "type": "text", "text": "Why?", "options": []}]}""";
    private static final String ANSWER_EXAMPLE = """
            {"id": "a-1", "score": 9, "comment": "The bread!", "customerId": "c1",
             "occurredAt": "2026-03-01T10:00:00Z"}""";

    private final Businesses businesses;
    private final Surveys surveys;
    private final Caller caller;

    SurveyResource(Businesses businesses, Surveys surveys, Caller caller) {
        this.businesses = businesses;
        this.surveys = surveys;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.SURVEYS_WRITE)
    @Operation(
            operationId = "createSurvey",
            summary = "Make a survey",
            description = "Either with one `question`, or with `questions`.")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            description = "The same key with the same body creates one survey, however often it is sent.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = SurveyInput.class),
                            examples = {
                                @ExampleObject(name = "short", value = EXAMPLE),
                                @ExampleObject(name = "long", value = LONG_EXAMPLE)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The survey.",
            content = @Content(schema = @Schema(implementation = SurveyItem.class)))
    @APIResponse(responseCode = "409", description = "The `Idempotency-Key` was used with another body.")
    public Response create(@Parameter(hidden = true) @HeaderParam(IdempotencyKey.HEADER) String key, JsonNode body) {
        SurveyItem created = surveys.create(businesses.current(), body, new IdempotencyKey(key));
        return Response.created(URI.create("/v1/surveys/" + created.id()))
                .entity(created)
                .build();
    }

    @GET
    @RolesAllowed(Scopes.SURVEYS_WRITE)
    @Operation(operationId = "listSurveys", summary = "List surveys", description = "In the order of their ids.")
    @Parameter(name = Paging.CURSOR, in = ParameterIn.QUERY)
    @Parameter(name = Paging.LIMIT, in = ParameterIn.QUERY)
    @APIResponse(
            responseCode = "200",
            description = "One page.",
            content = @Content(schema = @Schema(implementation = SurveyPage.class)))
    public SurveyPage list(@Context UriInfo uri) {
        QueryInput query = new QueryInput(uri);
        String cursor = query.text("cursor");
        int limit = query.integer("limit", 1, 200, 50);
        query.finish();
        return surveys.page(businesses.current(), cursor == null ? "" : cursor, limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scopes.SURVEYS_WRITE)
    @Operation(operationId = "getSurvey", summary = "Get a survey", description = "In its current version.")
    @APIResponse(
            responseCode = "200",
            description = "The survey.",
            content = @Content(schema = @Schema(implementation = SurveyItem.class)))
    public SurveyItem get(
            @Parameter(description = "Its id.", example = "sv_abcdefghijklmnop") @PathParam("id") String id) {
        return surveys.get(businesses.current(), id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.SURVEYS_WRITE)
    @Operation(
            operationId = "changeSurvey",
            summary = "Change a survey",
            description = "A change of the question, the scale, the questions or the languages makes a new version.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SurveyInput.Change.class)))
    @APIResponse(
            responseCode = "200",
            description = "The survey as it is now.",
            content = @Content(schema = @Schema(implementation = SurveyItem.class)))
    public SurveyItem change(
            @Parameter(description = "Its id.", example = "sv_abcdefghijklmnop") @PathParam("id") String id,
            JsonNode body) {
        return surveys.change(businesses.current(), id, body);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Scopes.SURVEYS_WRITE)
    @Operation(
            operationId = "deleteSurvey",
            summary = "End a survey",
            description = "It takes no more answers; those that were given stay.")
    @APIResponse(responseCode = "204", description = "It is ended.")
    public void delete(
            @Parameter(description = "Its id.", example = "sv_abcdefghijklmnop") @PathParam("id") String id) {
        surveys.delete(businesses.current(), id);
    }

    @POST
    @Path("/{id}/responses")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.SURVEYS_ANSWER)
    @Operation(
            operationId = "answerSurvey",
            summary = "Answer a survey",
            description =
                    "Stored as feedback of the kind `survey_response` and the source `survey:{id}`. The same `id` with"
                            + " the same content is counted once; with other content it is an edit.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ResponseInput.class),
                            examples = @ExampleObject(name = "nps", value = ANSWER_EXAMPLE)))
    @APIResponse(
            responseCode = "202",
            description = "Stored durably.",
            content = @Content(schema = @Schema(implementation = FeedbackAccepted.class)))
    public Response answer(
            @Parameter(description = "The survey's id.", example = "sv_abcdefghijklmnop") @PathParam("id") String id,
            JsonNode body) {
        Provenance by = new Provenance(caller.subject(), caller.origin());
        return Response.accepted(FeedbackAccepted.from(surveys.answer(businesses.current(), id, body, by)))
                .build();
    }
}
