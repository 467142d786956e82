package io.rapport.metrics.spend;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.http.QueryInput;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.event.EventResource.Recorded;
import io.rapport.metrics.operation.Intake;
import io.rapport.metrics.sql.Transactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
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

/** Spend in: what it costs to be found. */
@Path("/v1/spend")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Facts")
public class SpendResource {
    private static final String EXAMPLE = """
            [{"channel": "search", "campaign": "spring", "kind": "ads", "from": "2026-03-01", "to": "2026-04-01",
              "amount": {"amount": "250.00", "currency": "EUR"}}]""";

    private final Transactions transactions;
    private final Intake intake;
    private final Caller caller;

    SpendResource(Transactions transactions, Intake intake, Caller caller) {
        this.transactions = transactions;
        this.intake = intake;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.EVENTS_WRITE)
    @Operation(
            operationId = "recordSpend",
            summary = "Record spend",
            description =
                    "What was spent in a period of days, `to` being the day after the last: one, or an array of up to"
                            + " 1,000, stored whole or not at all. It may be restated: of one channel, campaign, kind and"
                            + " period the latest holds, and earlier ones are kept. Only with a secret key.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(oneOf = {SpendInput.class, SpendInput[].class}),
                            examples = @ExampleObject(name = "A month of advertisements", value = EXAMPLE)))
    @APIResponse(
            responseCode = "202",
            description = "Stored. What was said already counts as a duplicate.",
            content = @Content(schema = @Schema(implementation = Recorded.class)))
    public Response record(JsonNode body) {
        caller.requireServer("Spend");
        List<Spend> spend = Spend.read(body);
        int fresh =
                transactions.call(connection -> SpendStore.add(connection, caller.business(), spend, caller.subject()));
        intake.count("spend", fresh, spend.size() - fresh);
        return Response.accepted(new Recorded(fresh, spend.size() - fresh)).build();
    }

    @GET
    @RolesAllowed(Scopes.METRICS_READ)
    @Operation(
            operationId = "listSpend",
            summary = "List spend",
            description = "The statements that hold, newest first, a page at a time.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Leaves out what ended before this day.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Leaves out what begins on this day or later.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Only of this kind.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"ads", "salaries", "software", "other"}))
    @Parameter(
            name = "channel",
            in = ParameterIn.QUERY,
            description = "Only of this channel.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    @APIResponse(
            responseCode = "200",
            description = "The statements.",
            content = @Content(schema = @Schema(implementation = SpendList.Page.class)))
    public SpendList.Page list(@Context UriInfo uri) {
        SpendList list = SpendList.read(new QueryInput(uri));
        return transactions.call(connection -> list.page(connection, caller.business()));
    }

    @Schema(name = "SpendInput", description = "What was spent in a period on being found.")
    record SpendInput(
            @Schema(nullable = true, maxLength = 200) String channel,
            @Schema(nullable = true, maxLength = 200) String campaign,

            @Schema(
                    required = true,
                    enumeration = {"ads", "salaries", "software", "other"})
            String kind,

            @Schema(required = true, description = "The first day.")
            LocalDate from,

            @Schema(required = true, description = "The day after the last.")
            LocalDate to,

            @Schema(required = true) SpendAmount amount) {

        @Schema(name = "SpendAmount", description = "Not negative.")
        record SpendAmount(
                @Schema(required = true, examples = "250.00", description = "A decimal, as a string.")
                String amount,

                @Schema(required = true, examples = "EUR", description = "ISO 4217.")
                String currency) {}
    }
}
