package io.rapport.metrics.customer;

import io.rapport.frame.http.QueryInput;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.business.Business;
import io.rapport.metrics.business.Businesses;
import io.rapport.metrics.metric.Period;
import io.rapport.metrics.metric.Scope;
import io.rapport.metrics.metric.SegmentReader;
import io.rapport.metrics.segment.Segment;
import io.rapport.metrics.segment.Segments;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The customers of a business. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
public class CustomerResource {
    private final Customers customers;
    private final Timeline timeline;
    private final Segments segments;
    private final Businesses businesses;
    private final Caller caller;
    private final Clock clock;

    CustomerResource(
            Customers customers,
            Timeline timeline,
            Segments segments,
            Businesses businesses,
            Caller caller,
            Clock clock) {
        this.customers = customers;
        this.timeline = timeline;
        this.segments = segments;
        this.businesses = businesses;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("customers")
    @RolesAllowed(Scopes.CUSTOMERS_READ)
    @Operation(
            operationId = "listCustomers",
            summary = "List customers",
            description =
                    "Those who ordered or subscribed, and those of whom a trait or another id is known, with what they are"
                            + " worth and what is expected of them, a page at a time.")
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description =
                    "id, revenue, orders, firstOrder, lastOrder, recency, frequency, monetary, pAlive, expectedPurchases,"
                            + " expectedValue (both in the next 365 days) or churnRisk; with a minus sign before it from the"
                            + " largest down. Who lacks it comes last.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "id"))
    @Parameter(
            name = "segment",
            in = ParameterIn.QUERY,
            description =
                    "The id or name of a saved segment, or conditions such as tier==at_risk, trait.plan!=gold, did.purchase:90>=2, channel==search (of the first"
                            + " order), with ; for and, and , for or.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    @APIResponse(
            responseCode = "200",
            description = "The customers.",
            content = @Content(schema = @Schema(implementation = Customer.Page.class)))
    public Customer.Page list(@Context UriInfo uri) {
        Business business = businesses.get(caller.business());
        QueryInput input = new QueryInput(uri);
        CustomerOrder order = CustomerOrder.read(input);
        Segment segment = SegmentReader.read(
                input.text("segment"),
                KnownCustomers.SOURCE,
                name -> segments.find(business, name),
                rule -> input.refuse("segment", rule));
        int limit = input.integer("limit", 1, 200, 50);
        CustomerOrder.Cursor cursor = CustomerOrder.Cursor.read(input);
        input.finish();
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), business.zone()).plusDays(1);
        Scope scope = new Scope(business, segment, new Period(tomorrow.minusDays(1), tomorrow));
        return customers.list(scope, order, cursor, limit);
    }

    @GET
    @Path("customers/{id}")
    @RolesAllowed(Scopes.CUSTOMERS_READ)
    @Operation(
            operationId = "getCustomer",
            summary = "Get a customer",
            description = "By whichever of the ids that the customer goes or went by; who was forgotten is not found.")
    @APIResponse(
            responseCode = "200",
            description = "The customer.",
            content = @Content(schema = @Schema(implementation = Customer.class)))
    public Customer get(@Parameter(description = "The customer's id.", example = "c1") @PathParam("id") String id) {
        return customers.get(businesses.get(caller.business()), id);
    }

    @GET
    @Path("customers/{id}/timeline")
    @RolesAllowed(Scopes.CUSTOMERS_READ)
    @Operation(
            operationId = "getCustomerTimeline",
            summary = "List what a customer did and said",
            description = "Events and feedback, newest first, a page at a time.")
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    @APIResponse(
            responseCode = "200",
            description = "What the customer did and said.",
            content = @Content(schema = @Schema(implementation = Timeline.Page.class)))
    public Timeline.Page timeline(
            @Parameter(description = "The customer's id.", example = "c1") @PathParam("id") String id,
            @Context UriInfo uri) {
        Business business = businesses.get(caller.business());
        QueryInput input = new QueryInput(uri);
        int limit = input.integer("limit", 1, 200, 50);
        Timeline.Cursor cursor = Timeline.Cursor.read(input);
        input.finish();
        return timeline.page(business, id, cursor, limit);
    }
}
