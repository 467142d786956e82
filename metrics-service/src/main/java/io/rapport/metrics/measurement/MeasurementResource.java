package io.rapport.metrics.measurement;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.event.EventResource.Recorded;
import io.rapport.metrics.operation.Intake;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Measurements in: aggregates that outside systems report, such as followers or a day of an analytics tool. */
@Path("/v1/measurements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Facts")
public class MeasurementResource {
    private final Transactions transactions;
    private final Intake intake;
    private final Caller caller;
    private final Clock clock;

    MeasurementResource(Transactions transactions, Intake intake, Caller caller, Clock clock) {
        this.transactions = transactions;
        this.intake = intake;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.EVENTS_WRITE)
    @Operation(
            operationId = "recordMeasurements",
            summary = "Record measurements",
            description =
                    "Aggregates that an outside system reports and may restate: one, or an array of up to 1,000. Of one"
                            + " source, series, period and dimensions the latest holds. Only with a secret key.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(oneOf = {MeasurementInput.class, MeasurementInput[].class})))
    @APIResponse(
            responseCode = "202",
            description = "Stored.",
            content = @Content(schema = @Schema(implementation = Recorded.class)))
    public Response record(JsonNode body) {
        caller.requireServer("Measurements");
        List<Measurement> measurements = Measurement.read(body, clock.instant());
        store(caller.business(), measurements);
        intake.count("measurement", measurements.size(), 0);
        return Response.accepted(new Recorded(measurements.size(), 0)).build();
    }

    private void store(String business, List<Measurement> measurements) {
        transactions.call(connection -> Sql.of(
                        "insert into measurement (business_id, recorded_by, source, series, period_from, period_to, dimensions,"
                                + " value) select ?, ?, source, series, since, until, dimensions::jsonb, value"
                                + " from unnest(?, ?, ?, ?, ?, ?) as m (source, series, since, until, dimensions, value)",
                        business,
                        caller.subject(),
                        texts(measurements, Measurement::source),
                        texts(measurements, Measurement::series),
                        measurements.stream().map(Measurement::from).toArray(Instant[]::new),
                        measurements.stream().map(Measurement::to).toArray(Instant[]::new),
                        texts(measurements, Measurement::dimensions),
                        measurements.stream().map(Measurement::value).toArray(BigDecimal[]::new))
                .update(connection));
    }

    private static String[] texts(List<Measurement> rows, Function<Measurement, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    @Schema(name = "MeasurementInput")
    record MeasurementInput(
            @Schema(required = true, maxLength = 200) String source,

            @Schema(required = true, maxLength = 200, examples = "followers")
            String series,

            @Schema(required = true) Instant from,
            @Schema(required = true) Instant to,

            @Schema(nullable = true, description = "Up to 20 members.")
            Map<String, Object> dimensions,

            @Schema(required = true) BigDecimal value) {}
}
