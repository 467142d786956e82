package io.rapport.feedback.survey;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.business.Businesses;
import io.rapport.frame.token.Scopes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whom surveys ask: by links that are sent, and by the widget on pages. */
@Path("/v1/surveys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Surveys", description = "Surveys and the answers to them.")
class AskingResource {
    private static final String LINKS = "{\"customers\": [\"c1\", \"c2\"], \"channel\": \"email\"}";
    private static final String OFFERS = "{\"page\": \"/menu\", \"language\": \"de-AT, en\", \"visitorId\": \"v1\"}";
    private static final String SHOWN = "{\"visitorId\": \"v1\"}";

    private final Businesses businesses;
    private final SurveyLinks links;
    private final Offers offers;

    AskingResource(Businesses businesses, SurveyLinks links, Offers offers) {
        this.businesses = businesses;
        this.links = links;
        this.offers = offers;
    }

    @POST
    @Path("/{id}/links")
    @RolesAllowed(Scopes.SURVEYS_WRITE)
    @Operation(
            operationId = "makeSurveyLinks",
            summary = "Make customers' links to a form",
            description =
                    "For e-mails and messages: a link says by whom it is answered, in a way that nobody can forge. To make one"
                            + " counts as asking. To open one, as mail scanners do, counts as nothing: an answer is what is sent from"
                            + " the form.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = SurveyLinks.Input.class),
                            examples = @ExampleObject(name = "email", value = LINKS)))
    @APIResponse(
            responseCode = "200",
            description = "The links, in the order of the customers.",
            content = @Content(schema = @Schema(implementation = SurveyLinks.Links.class)))
    public SurveyLinks.Links links(
            @Parameter(description = "The survey's id.", example = "sv_abcdefghijklmnop") @PathParam("id") String id,
            JsonNode body) {
        return links.make(businesses.current(), id, body);
    }

    @POST
    @Path("/offers")
    @RolesAllowed(Scopes.SURVEYS_ANSWER)
    @Operation(
            operationId = "offerSurveys",
            summary = "Find the surveys for a page",
            description =
                    "What the widget asks when a page is opened: the surveys that its visitor may be shown there, and when.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Offers.Input.class),
                            examples = @ExampleObject(name = "page", value = OFFERS)))
    @APIResponse(
            responseCode = "200",
            description = "None or some.",
            content = @Content(schema = @Schema(implementation = Offers.Page.class)))
    public Offers.Page offers(JsonNode body) {
        return offers.on(businesses.current(), body);
    }

    @POST
    @Path("/{id}/shown")
    @RolesAllowed(Scopes.SURVEYS_ANSWER)
    @Operation(
            operationId = "showSurvey",
            summary = "Ask whether a survey may be shown now",
            description =
                    "What the widget asks before it shows a survey. Where it may, the person counts as asked from now on.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Offers.Shown.class),
                            examples = @ExampleObject(name = "visitor", value = SHOWN)))
    @APIResponse(
            responseCode = "200",
            description = "Whether it may.",
            content = @Content(schema = @Schema(implementation = Offers.Decision.class)))
    public Offers.Decision shown(
            @Parameter(description = "The survey's id.", example = "sv_abcdefghijklmnop") @PathParam("id") String id,
            JsonNode body) {
        return offers.shown(businesses.current(), id, body);
    }
}
