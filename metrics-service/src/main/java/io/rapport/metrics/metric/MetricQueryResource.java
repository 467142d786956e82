package io.rapport.metrics.metric;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.business.Business;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Several questions in one round trip. */
@Path("/v1/metrics/query")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Metrics")
public class MetricQueryResource {
    private final Questions questions;
    private final MetricEngine engine;

    MetricQueryResource(Questions questions, MetricEngine engine) {
        this.questions = questions;
        this.engine = engine;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.METRICS_READ)
    @Operation(
            operationId = "queryMetrics",
            summary = "Ask for several metrics at once",
            description = "Up to 50 questions in one round trip, each with an id of your own.")
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
    public Results query(JsonNode body) {
        Business business = questions.business();
        Map<String, MetricQuery> queries = questions.readAll(JsonInput.object(body), business);
        Map<String, MetricResult> results = new LinkedHashMap<>();
        queries.forEach((id, query) -> results.put(id, engine.answer(business, query)));
        return new Results(results);
    }

    /** The answers by the ids of the questions. */
    @Schema(name = "MetricResults")
    public record Results(Map<String, MetricResult> results) {}

    @Schema(name = "MetricQueries")
    record Queries(
            @Schema(required = true, minItems = 1, maxItems = Questions.MOST)
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
