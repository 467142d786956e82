package io.rapport.metrics.prediction;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.http.QueryInput;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.business.Business;
import io.rapport.metrics.business.Businesses;
import io.rapport.metrics.metric.Period;
import io.rapport.metrics.sql.Transactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The models of what customers do next, with their fits. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Models",
        description =
                "What customers are expected to do next: models, their fits, and how they were held against what came.")
public class ModelResource {
    private final Fits fits;
    private final FitTable table;
    private final FitWorker worker;
    private final Businesses businesses;
    private final Transactions transactions;
    private final Caller caller;
    private final Clock clock;

    ModelResource(
            Fits fits,
            FitTable table,
            FitWorker worker,
            Businesses businesses,
            Transactions transactions,
            Caller caller,
            Clock clock) {
        this.fits = fits;
        this.table = table;
        this.worker = worker;
        this.businesses = businesses;
        this.transactions = transactions;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Scopes.METRICS_READ)
    @Operation(
            operationId = "listModels",
            summary = "List models",
            description =
                    "Each with the fit that holds, if there is one: they are fitted anew each night, and when asked.")
    @APIResponse(
            responseCode = "200",
            description = "The models.",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ModelView.class)))
    public List<ModelView> list() {
        String business = caller.business();
        return Arrays.stream(ModelName.values())
                .map(model -> view(business, model))
                .toList();
    }

    @GET
    @Path("{name}")
    @RolesAllowed(Scopes.METRICS_READ)
    @Operation(
            operationId = "getModel",
            summary = "Get a model",
            description =
                    "With the fit that holds: parameters, how sure they are, what it fell back to and why, and how it"
                            + " did when it was held against what came.")
    @APIResponse(
            responseCode = "200",
            description = "The model.",
            content = @Content(schema = @Schema(implementation = ModelView.class)))
    public ModelView get(
            @Parameter(description = "The model's name.", example = "bg-nbd") @PathParam("name") String name) {
        return view(caller.business(), model(name));
    }

    @POST
    @Path("{name}/fit")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.CUSTOMERS_WRITE)
    @Operation(
            operationId = "fitModel",
            summary = "Fit a model",
            description =
                    "To what happened in a period: purchases in it are all that the model knows, a customer's first one in it"
                            + " is the first, and observation ends with its last day. Once it is done, customers are seen as of"
                            + " the end of that period, until the next fit; the one of the night comes a day later at the"
                            + " earliest. The same again while it waits is the same fit.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ModelView.FitRequest.class)))
    @APIResponse(
            responseCode = "202",
            description = "Stored; it is made now.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where it shows how far it is.",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ModelView.FitView.class)))
    public Response fit(
            @Parameter(description = "The model's name.", example = "bg-nbd") @PathParam("name") String name,
            JsonNode body) {
        ModelName model = model(name);
        Business business = businesses.get(caller.business());
        ModelFit fit = fits.ask(business.id(), model, period(body, business), caller.subject());
        worker.wake();
        return Response.accepted(ModelView.FitView.of(fit))
                .header(HttpHeaders.LOCATION, "/v1/models/" + model.text() + "/fits/" + fit.id())
                .build();
    }

    @GET
    @Path("{name}/fits")
    @RolesAllowed(Scopes.METRICS_READ)
    @Operation(
            operationId = "listModelFits",
            summary = "List the fits of a model",
            description = "Those that are done, newest first, a page at a time; the last 400 are kept.")
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    @APIResponse(
            responseCode = "200",
            description = "The fits.",
            content = @Content(schema = @Schema(implementation = ModelView.FitPage.class)))
    public ModelView.FitPage fits(
            @Parameter(description = "The model's name.", example = "bg-nbd") @PathParam("name") String name,
            @Context UriInfo uri) {
        ModelName model = model(name);
        QueryInput input = new QueryInput(uri);
        int limit = input.integer("limit", 1, 200, 50);
        int below = input.integer("cursor", 1, 999_999_999, Integer.MAX_VALUE);
        input.finish();
        String business = caller.business();
        List<ModelFit> found =
                transactions.call(connection -> table.page(connection, business, model, below, limit + 1));
        boolean more = found.size() > limit;
        List<ModelFit> shown = more ? found.subList(0, limit) : found;
        return new ModelView.FitPage(
                shown.stream().map(ModelView.FitView::of).toList(),
                more ? String.valueOf(shown.getLast().version()) : null);
    }

    @GET
    @Path("{name}/fits/{id}")
    @RolesAllowed(Scopes.METRICS_READ)
    @Operation(operationId = "getModelFit", summary = "See how far a fit is", description = "And what it found.")
    @APIResponse(
            responseCode = "200",
            description = "The fit.",
            content = @Content(schema = @Schema(implementation = ModelView.FitView.class)))
    public ModelView.FitView fit(
            @Parameter(description = "The model's name.", example = "bg-nbd") @PathParam("name") String name,
            @Parameter(description = "The fit.", example = "mf_k3v7q2m4n5p6r7s2") @PathParam("id") String id) {
        return ModelView.FitView.of(fits.get(caller.business(), model(name), id));
    }

    private ModelView view(String business, ModelName model) {
        List<ModelFit> latest =
                transactions.call(connection -> table.page(connection, business, model, Integer.MAX_VALUE, 1));
        return ModelView.of(model, latest.isEmpty() ? null : latest.getFirst());
    }

    private static ModelName model(String name) {
        return ModelName.find(name).orElseThrow(() -> Problems.notFound("The model"));
    }

    private Period period(JsonNode body, Business business) {
        JsonInput input = JsonInput.object(body);
        LocalDate today = LocalDate.ofInstant(clock.instant(), business.zone());
        LocalDate from = input.date("from");
        LocalDate to = input.date("to");
        if (to != null && to.isAfter(today.plusDays(1))) {
            input.refuse("to", "must not lie after tomorrow: what isn't over can't be fitted");
        }
        if (from != null && !from.isBefore(to == null ? today : to)) {
            input.refuse("from", "must lie before to");
        }
        input.finish();
        LocalDate end = to == null ? today : to;
        return new Period(from == null ? first(business, end) : from, end);
    }

    private LocalDate first(Business business, LocalDate end) {
        LocalDate first = fits.firstDay(business);
        return first != null && first.isBefore(end) ? first : end.minusDays(1);
    }
}
