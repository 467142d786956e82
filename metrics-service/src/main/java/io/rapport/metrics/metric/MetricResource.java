package io.rapport.metrics.metric;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.http.QueryInput;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.business.Business;
import io.rapport.metrics.business.Businesses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Questions about metrics. */
@Path("/v1/metrics")
@Tag(name = "Metrics", description = "Figures with their evidence and their uncertainty.")
public class MetricResource {
    private static final int MOST_QUERIES = 50;
    private static final int MOST_EVIDENCE = 500;

    private final Catalogue catalogue;
    private final MetricEngine engine;
    private final Evidence evidence;
    private final Businesses businesses;
    private final Caller caller;
    private final Clock clock;

    MetricResource(
            Catalogue catalogue,
            MetricEngine engine,
            Evidence evidence,
            Businesses businesses,
            Caller caller,
            Clock clock) {
        this.catalogue = catalogue;
        this.engine = engine;
        this.evidence = evidence;
        this.businesses = businesses;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Scopes.METRICS_READ)
    @Operation(
            operationId = "listMetrics",
            summary = "List all metrics",
            description = "With their definitions in plain words. Scope: metrics:read.")
    @APIResponse(responseCode = "200", description = "All metrics.")
    @APIResponse(responseCode = "401", description = "The key is missing or not known.")
    @APIResponse(responseCode = "403", description = "The key does not have the scope.")
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
                    "Over a period of whole days in the business's time zone; the last 28 full days where none is given."
                            + " Scope: metrics:read.")
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
            description = "A dimension that the metric lists under breakdowns.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "segment",
            in = ParameterIn.QUERY,
            description = "Conditions such as country==IE;trait.plan!=gold, with ; for and, and , for or.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "compare",
            in = ParameterIn.QUERY,
            description = "With the period before, or a year before.",
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
    @APIResponse(responseCode = "400", description = "A parameter breaks a rule.")
    @APIResponse(responseCode = "401", description = "The key is missing or not known.")
    @APIResponse(responseCode = "403", description = "The key does not have the scope.")
    @APIResponse(responseCode = "404", description = "There is no metric of this id.")
    public MetricResult get(@PathParam("id") String id, @Context UriInfo uri) {
        Metric metric = metric(id);
        Business business = business();
        QueryInput input = new QueryInput(uri.getQueryParameters());
        MetricQuery query = new MetricQueryReader(QueryParameters.of(input), business, today(business)).read(metric);
        input.finish();
        return engine.answer(business, query);
    }

    @GET
    @Path("{id}/evidence")
    @RolesAllowed(Scopes.METRICS_READ)
    @Operation(
            operationId = "getMetricEvidence",
            summary = "List the facts behind a metric",
            description = "The facts that the total counts, newest first, a page at a time. Scope: metrics:read.")
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
    @APIResponse(responseCode = "400", description = "A parameter breaks a rule.")
    @APIResponse(responseCode = "401", description = "The key is missing or not known.")
    @APIResponse(responseCode = "403", description = "The key does not have the scope.")
    @APIResponse(responseCode = "404", description = "There is no metric of this id.")
    public Evidence.Page evidence(@PathParam("id") String id, @Context UriInfo uri) {
        Metric metric = metric(id);
        Business business = business();
        QueryInput input = new QueryInput(uri.getQueryParameters());
        MetricQuery query = new MetricQueryReader(QueryParameters.of(input), business, today(business)).read(metric);
        int limit = input.integer("limit", 1, MOST_EVIDENCE, 100);
        Evidence.Cursor cursor = Evidence.Cursor.read(input);
        input.finish();
        return evidence.page(business, query, cursor, limit);
    }

    @POST
    @Path("query")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.METRICS_READ)
    @Operation(
            operationId = "queryMetrics",
            summary = "Ask for several metrics at once",
            description = "Up to 50 questions in one round trip, each with an id of your own. Scope: metrics:read.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Queries.class),
                            examples =
                                    @ExampleObject(
                                            name = "Two figures for a screen",
                                            value =
                                                    "{\"queries\": [{\"id\": \"a\", \"metric\": \"nps\"},"
                                                            + " {\"id\": \"b\", \"metric\": \"visits\", \"interval\": \"day\"}]}")))
    @APIResponse(
            responseCode = "200",
            description = "The answers by the ids of the questions.",
            content = @Content(schema = @Schema(implementation = Results.class)))
    @APIResponse(responseCode = "400", description = "A question breaks a rule; none was answered.")
    @APIResponse(responseCode = "401", description = "The key is missing or not known.")
    @APIResponse(responseCode = "403", description = "The key does not have the scope.")
    public Results query(JsonNode body) {
        Business business = business();
        Map<String, MetricQuery> queries = read(JsonInput.object(body), business);
        Map<String, MetricResult> results = new LinkedHashMap<>();
        queries.forEach((id, query) -> results.put(id, engine.answer(business, query)));
        return new Results(results);
    }

    private Map<String, MetricQuery> read(JsonInput envelope, Business business) {
        List<JsonInput> questions = new ArrayList<>(envelope.children("queries", MOST_QUERIES));
        Map<String, MetricQuery> queries = new LinkedHashMap<>();
        for (JsonInput question : questions) {
            String id = question.requiredText("id", 100);
            String name = question.requiredText("metric", 100);
            Metric metric = name == null ? null : catalogue.find(name).orElse(null);
            if (name != null && metric == null) {
                question.refuse("metric", "is not a metric; GET /v1/metrics lists them");
            }
            Metric readable =
                    metric != null ? metric : catalogue.all().iterator().next();
            MetricQuery query =
                    new MetricQueryReader(QueryParameters.of(question), business, today(business)).read(readable);
            if (id != null && queries.put(id, query) != null) {
                question.refuse("id", "must be its question's own");
            }
        }
        if (questions.isEmpty()) {
            envelope.refuse("queries", "must hold 1 to " + MOST_QUERIES + " questions");
        }
        envelope.finish();
        return queries;
    }

    private Metric metric(String id) {
        return catalogue.find(id).orElseThrow(() -> Problems.notFound("The metric"));
    }

    private Business business() {
        return businesses.get(caller.business());
    }

    private LocalDate today(Business business) {
        return LocalDate.ofInstant(clock.instant(), business.zone());
    }

    /** A metric as the list shows it. */
    public record MetricListing(
            String id,
            String name,
            String description,
            String shape,
            String unit,
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
                    List.of("level"),
                    it.version());
        }
    }

    /** The answers by the ids of the questions. */
    public record Results(Map<String, MetricResult> results) {}

    @Schema(name = "MetricQueries")
    record Queries(
            @Schema(required = true, minItems = 1, maxItems = MOST_QUERIES)
            List<Question> queries) {}

    @Schema(name = "MetricQuestion")
    record Question(
            @Schema(required = true, maxLength = 100) String id,
            @Schema(required = true, maxLength = 100) String metric,
            @Schema(nullable = true) LocalDate from,
            @Schema(nullable = true) LocalDate to,

            @Schema(
                    nullable = true,
                    enumeration = {"day", "week", "month", "quarter", "year"})
            String interval,

            @Schema(nullable = true) String by,
            @Schema(nullable = true) String segment,

            @Schema(
                    nullable = true,
                    enumeration = {"previous", "year"})
            String compare,

            @Schema(nullable = true, defaultValue = "0.95") Double level) {}
}
