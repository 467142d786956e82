package io.rapport.metrics.metric;

import io.rapport.frame.http.QueryInput;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.business.Business;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The facts behind figures. */
@Path("/v1/metrics/{id}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Metrics")
public class EvidenceResource {
    private static final int MOST = 500;

    private final Questions questions;
    private final Evidence evidence;

    EvidenceResource(Questions questions, Evidence evidence) {
        this.questions = questions;
        this.evidence = evidence;
    }

    @GET
    @RolesAllowed(Scopes.METRICS_READ)
    @Operation(
            operationId = "getMetricEvidence",
            summary = "List the facts behind a metric",
            description = "The facts that the total counts, newest first, a page at a time.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "The first day.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "The day after the last.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "segment",
            in = ParameterIn.QUERY,
            description = "As for the metric.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many at most, 1 to 500.",
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "100"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "What the page before gave as next.",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The facts.",
            content = @Content(schema = @Schema(implementation = Evidence.Page.class)))
    public Evidence.Page get(
            @Parameter(description = "The metric's id.", example = "bounce_rate") @PathParam("id") String id,
            @Context UriInfo uri) {
        Business business = questions.business();
        QueryInput input = new QueryInput(uri);
        MetricQuery query = questions.read(id, input, business);
        int limit = input.integer("limit", 1, MOST, 100);
        Evidence.Cursor cursor = Evidence.Cursor.read(input);
        input.finish();
        return evidence.page(business, query, cursor, limit);
    }
}
