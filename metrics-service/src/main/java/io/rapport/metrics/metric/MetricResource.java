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
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The metrics, and questions about one of them. */
@Path("/v1/metrics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Metrics", description = "Figures with their evidence and their uncertainty.")
public class MetricResource {
    private final Catalogue catalogue;
    private final Questions questions;
    private final MetricEngine engine;

    MetricResource(Catalogue catalogue, Questions questions, MetricEngine engine) {
        this.catalogue = catalogue;
        this.questions = questions;
        this.engine = engine;
    }

    @GET
    @RolesAllowed(Scopes.METRICS_READ)
    @Operation(
            operationId = "listMetrics",
            summary = "List all metrics",
            description = "With their definitions in plain words.")
    @APIResponse(responseCode = "200", description = "All metrics.")
    public List<MetricListing> list() {
        return catalogue.all().stream().map(MetricListing::of).toList();
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scopes.METRICS_READ)
    @Operation(
            operationId = "getMetric",
            summary = "Ask for a metric",
            description =
                    "Over a period of whole days in the business's time zone; the last 28 full days where none is given.")
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
            name = "interval",
            in = ParameterIn.QUERY,
            description = "Parts the period into a series.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"day", "week", "month", "quarter", "year"}))
    @Parameter(
            name = "by",
            in = ParameterIn.QUERY,
            description =
                    "A dimension that the metric lists under breakdowns. `segment` has a key for each segment of the business;"
                            + " a customer may be in several.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "segment",
            in = ParameterIn.QUERY,
            description =
                    "A segment's id or name, conditions such as country==IE, trait.plan!=gold, trait.age>=30, did.purchase:90>=2,"
                            + " or both, with ; for and, and , for or. Who is in it, and what was done, is seen from the period's end;"
                            + " in a comparison, from the end of the period compared with.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "compare",
            in = ParameterIn.QUERY,
            description =
                    "With the period before, or a year before. Not of metrics that are one figure of a whole period"
                            + " (`retention_cohorts`, `survival`), nor of `cltv_predicted`, whose predictions are as of the last fit.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"previous", "year"}))
    @Parameter(
            name = "level",
            in = ParameterIn.QUERY,
            description = "The confidence level, 0.5 to 0.999.",
            schema = @Schema(type = SchemaType.NUMBER, defaultValue = "0.95"))
    @APIResponse(
            responseCode = "200",
            description = "The figure, with what it rests on.",
            content = @Content(schema = @Schema(implementation = MetricResult.class)))
    public MetricResult get(
            @Parameter(description = "The metric's id.", example = "bounce_rate") @PathParam("id") String id,
            @Context UriInfo uri) {
        Business business = questions.business();
        QueryInput input = new QueryInput(uri);
        MetricQuery query = questions.read(id, input, business);
        input.finish();
        return engine.answer(business, query);
    }

    /** A metric as the list shows it. */
    public record MetricListing(
            @Schema(examples = "bounce_rate") String id,
            String name,
            String description,

            @Schema(enumeration = {"scalar", "distribution", "matrix", "curve"})
            String shape,

            @Schema(examples = "ratio") String unit,

            @Schema(enumeration = {"higher", "lower", "neither"})
            String better,

            List<String> breakdowns,
            List<String> parameters,
            int version) {
        static MetricListing of(Metric metric) {
            Metric.Description it = metric.description();
            return new MetricListing(
                    it.id(),
                    it.name(),
                    it.text(),
                    it.shape(),
                    it.unit(),
                    it.better(),
                    metric.breakdowns(),
                    Stream.concat(
                                    metric.parameters().stream().map(io.rapport.metrics.metric.Parameter::name),
                                    Stream.of("level"))
                            .toList(),
                    it.version());
        }
    }
}
