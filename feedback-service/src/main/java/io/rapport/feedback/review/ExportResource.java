package io.rapport.feedback.review;

import io.rapport.feedback.business.Businesses;
import io.rapport.frame.http.QueryInput;
import io.rapport.frame.token.Scopes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Feedback as a file. */
@Path("/v1/feedback/export")
@Tag(name = "Feedback", description = "Reviews, posts, messages, notes: what customers say.")
class ExportResource {
    private static final String CSV = "text/csv";

    private final Businesses businesses;
    private final FeedbackExport export;

    ExportResource(Businesses businesses, FeedbackExport export) {
        this.businesses = businesses;
        this.export = export;
    }

    @GET
    @Produces({CSV, MediaType.APPLICATION_JSON})
    @RolesAllowed(Scopes.FEEDBACK_READ)
    @Operation(
            operationId = "exportFeedback",
            summary = "Export feedback as a file",
            description = "All that the list would show by the same conditions, newest first, while it is read: what"
                    + " comes in meanwhile may be in it or not. CSV is UTF-8 as RFC 4180 has it; a text that a spreadsheet"
                    + " would take for a formula (`=`, `+`, `-`, `@`, tab or carriage return at its beginning) has an"
                    + " apostrophe before it. JSON is an array of what the list shows, with texts unchanged.")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "As which file.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"csv", "json"},
                            defaultValue = "csv"))
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = {
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "csv", value = "id,source,kind\r\nr-1,google,review\r\n")),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = FeedbackItem[].class))
            })
    public Response export(@BeanParam FeedbackQuery documented, @Context UriInfo uri) {
        String business = businesses.current();
        QueryInput query = new QueryInput(uri);
        boolean json = "json".equals(query.oneOf("format", List.of("csv", "json")));
        FeedbackFilter filter = FeedbackFilter.all(query, businesses.zone(business));
        query.finish();
        StreamingOutput body =
                json ? out -> export.json(business, filter, out) : out -> export.csv(business, filter, out);
        return Response.ok(body, json ? MediaType.APPLICATION_JSON : CSV + ";charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"feedback." + (json ? "json" : "csv") + "\"")
                .build();
    }
}
