package io.rapport.metrics.segment;

import io.rapport.frame.http.QueryInput;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.business.Business;
import io.rapport.metrics.business.Businesses;
import io.rapport.metrics.rollup.Derivation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is in a segment, how many they are, and how far segments overlap: as of any day. */
@Path("/v1/segments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Segments")
public class MembershipResource {
    private static final String AS_OF =
            "The day at whose end it is looked at, in the business's time zone: what was done, bought, said and answered by then."
                    + " Traits, scores (`rfm`, `risk`), and whose an id is, are as they are known now. Today where it is not given.";
    private static final int MOST_SEGMENTS = 6;

    private final Segments segments;
    private final Memberships memberships;
    private final Derivation derivation;
    private final Businesses businesses;
    private final Caller caller;
    private final Clock clock;

    MembershipResource(
            Segments segments,
            Memberships memberships,
            Derivation derivation,
            Businesses businesses,
            Caller caller,
            Clock clock) {
        this.segments = segments;
        this.memberships = memberships;
        this.derivation = derivation;
        this.businesses = businesses;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Scopes.METRICS_READ)
    @Operation(
            operationId = "getSegment",
            summary = "Get a segment",
            description = "With how many customers it has as of a day.")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = AS_OF,
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @APIResponse(
            responseCode = "200",
            description = "The segment.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = SizedSegmentView.class)))
    public Response get(
            @Parameter(description = "The segment's id.", example = "sg_k3v7q2m4n5p6r7s2") @PathParam("id") String id,
            @Context UriInfo uri) {
        Business business = businesses.get(caller.business());
        QueryInput input = new QueryInput(uri);
        AsOf asOf = asOf(business, input);
        input.finish();
        Optional<SegmentRow> row = segments.saved(business, id);
        Rule.Saved segment = row.map(SegmentRow::saved).orElseGet(() -> known(business, id));
        catchUp(business, List.of(segment));
        SegmentView view = row.map(SegmentView::of).orElseGet(() -> SegmentView.of(segment));
        Response.ResponseBuilder answer =
                Response.ok(SizedSegmentView.of(view, asOf.day(), memberships.size(segment.rule(), asOf)));
        return row.map(saved -> answer.tag(new EntityTag(Integer.toString(saved.version()))))
                .orElse(answer)
                .build();
    }

    @GET
    @Path("{id}/customers")
    @RolesAllowed(Scopes.CUSTOMERS_READ)
    @Operation(
            operationId = "listSegmentCustomers",
            summary = "List the customers of a segment",
            description = "By their ids, a page at a time. Give the same `asOf` for each page.")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = AS_OF,
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    @APIResponse(
            responseCode = "200",
            description = "The customers.",
            content = @Content(schema = @Schema(implementation = MemberPage.class)))
    public MemberPage customers(
            @Parameter(description = "The segment's id.", example = "sg_k3v7q2m4n5p6r7s2") @PathParam("id") String id,
            @Context UriInfo uri) {
        Business business = businesses.get(caller.business());
        QueryInput input = new QueryInput(uri);
        AsOf asOf = asOf(business, input);
        int limit = input.integer("limit", 1, 200, 50);
        String after = MemberPage.after(input);
        input.finish();
        Rule.Saved segment = known(business, id);
        catchUp(business, List.of(segment));
        return MemberPage.of(asOf.day(), memberships.page(segment.rule(), asOf, after, limit + 1), limit);
    }

    @GET
    @Path("overlap")
    @RolesAllowed(Scopes.METRICS_READ)
    @Operation(
            operationId = "getSegmentOverlap",
            summary = "Compare segments",
            description = "How many customers two to six segments have in common.")
    @Parameter(
            name = "ids",
            in = ParameterIn.QUERY,
            required = true,
            description = "The ids of two to six segments, with commas between them.",
            example = "loyal,advocates",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = AS_OF,
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @APIResponse(
            responseCode = "200",
            description = "What they have in common.",
            content = @Content(schema = @Schema(implementation = OverlapView.class)))
    public OverlapView overlap(@Context UriInfo uri) {
        Business business = businesses.get(caller.business());
        QueryInput input = new QueryInput(uri);
        AsOf asOf = asOf(business, input);
        List<Rule.Saved> compared = compared(business, input);
        input.finish();
        catchUp(business, compared);
        return OverlapView.of(asOf.day(), compared, memberships.parts(compared, asOf));
    }

    private List<Rule.Saved> compared(Business business, QueryInput input) {
        String text = input.text("ids");
        List<String> ids = text == null
                ? List.of()
                : Stream.of(text.split(",", -1)).map(String::strip).distinct().toList();
        if (ids.size() < 2 || ids.size() > MOST_SEGMENTS) {
            input.refuse(
                    "ids",
                    "must be the ids of two to " + MOST_SEGMENTS + " different segments, with commas between them");
            return List.of();
        }
        List<Rule.Saved> found = ids.stream()
                .flatMap(id -> segments.withId(business, id).stream())
                .toList();
        if (found.size() < ids.size()) {
            input.refuse("ids", "must be ids of segments; GET /v1/segments lists them");
        }
        return found;
    }

    /** What was acknowledged is counted, orders too. */
    private void catchUp(Business business, List<Rule.Saved> asked) {
        if (asked.stream().anyMatch(Rule::asksWhatWasBought)) {
            derivation.catchUp(business.id());
        }
    }

    private Rule.Saved known(Business business, String id) {
        return segments.withId(business, id).orElseThrow(() -> Problems.notFound("The segment"));
    }

    private AsOf asOf(Business business, QueryInput input) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), business.zone());
        LocalDate day = input.date("asOf");
        if (day != null && day.isAfter(today)) {
            input.refuse("asOf", "must not be after today");
        }
        return day == null || !day.isBefore(today) ? new AsOf(business, today, false) : new AsOf(business, day);
    }
}
