package io.rapport.metrics.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.business.Business;
import io.rapport.metrics.business.Businesses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Segments: definitions, saved under a name. */
@Path("/v1/segments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Segments", description = "Customers who have something in common.")
public class SegmentResource {
    private static final String EXAMPLE = """
            {"name": "Lapsing pros", "rule": {"all": [
              {"trait": "plan", "is": "pro"},
              {"did": "purchase", "atLeast": 2, "inLastDays": 365},
              {"value": "daysSinceLastOrder", "atLeast": 30},
              {"not": {"said": "negative", "inLastDays": 90}}]}}""";

    private final Segments segments;
    private final Businesses businesses;
    private final Caller caller;

    SegmentResource(Segments segments, Businesses businesses, Caller caller) {
        this.segments = segments;
        this.businesses = businesses;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.CUSTOMERS_WRITE)
    @Operation(
            operationId = "createSegment",
            summary = "Save a segment",
            description = "A rule under a name that no other segment of the business has. Up to 100.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "The same key with the same body saves one segment, however often it is sent.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = RuleInput.Created.class),
                            examples = @ExampleObject(name = "Who may be about to leave", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "It is saved.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = SegmentView.class)))
    @APIResponse(
            responseCode = "409",
            description = "Another segment has this name, there are 100, or the `Idempotency-Key` was used otherwise.")
    public Response create(@Parameter(hidden = true) @HeaderParam("Idempotency-Key") String key, JsonNode body) {
        if (key != null && (key.isBlank() || key.length() > 200)) {
            throw Problems.validation("Idempotency-Key", "must have 1 to 200 characters");
        }
        SegmentInput input = SegmentInput.forNew(body);
        SegmentRow row = segments.create(
                business(),
                SegmentIds.of(caller.business(), key),
                input,
                caller.subject(),
                key == null ? null : SegmentIds.hash(input));
        return Response.created(URI.create("/v1/segments/" + row.id()))
                .tag(tag(row))
                .entity(SegmentView.of(row))
                .build();
    }

    @GET
    @RolesAllowed(Scopes.METRICS_READ)
    @Operation(
            operationId = "listSegments",
            summary = "List segments",
            description = "All of them: those that every business has, then the saved ones by name.")
    @APIResponse(
            responseCode = "200",
            description = "The segments.",
            content = @Content(schema = @Schema(implementation = SegmentList.class)))
    public SegmentList list() {
        List<SegmentView> items = new ArrayList<>();
        ReadyMade.of(business()).forEach(ready -> items.add(SegmentView.of(ready)));
        segments.saved(business()).forEach(row -> items.add(SegmentView.of(row)));
        return new SegmentList(items);
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RolesAllowed(Scopes.CUSTOMERS_WRITE)
    @Operation(
            operationId = "changeSegment",
            summary = "Change a segment",
            description =
                    "Its name, its rule or both. With If-Match only the version that the client has seen, else 412."
                            + " Metrics of past periods follow: a segment is its rule, whenever that was written.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RuleInput.Changed.class)))
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag that the client has seen.",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            description = "The segment after the change.",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = SegmentView.class)))
    @APIResponse(responseCode = "409", description = "Another segment has this name, or it is a ready-made one.")
    @APIResponse(responseCode = "412", description = "The segment has another version than If-Match expects.")
    public Response change(
            @Parameter(description = "The segment's id.", example = "sg_k3v7q2m4n5p6r7s2") @PathParam("id") String id,
            @HeaderParam("If-Match") List<String> expected,
            JsonNode body) {
        SegmentRow row =
                segments.change(business(), id, SegmentInput.forChange(body), new Precondition(expected)::require);
        return Response.ok(SegmentView.of(row)).tag(tag(row)).build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Scopes.CUSTOMERS_WRITE)
    @Operation(
            operationId = "deleteSegment",
            summary = "Delete a segment",
            description = "Its name is free again. Customers and their facts stay as they are.")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag that the client has seen.",
            schema = @Schema(implementation = String.class))
    @APIResponse(responseCode = "204", description = "It is deleted.")
    @APIResponse(responseCode = "409", description = "It is a ready-made one.")
    @APIResponse(responseCode = "412", description = "The segment has another version than If-Match expects.")
    public void delete(
            @Parameter(description = "The segment's id.", example = "sg_k3v7q2m4n5p6r7s2") @PathParam("id") String id,
            @HeaderParam("If-Match") List<String> expected) {
        segments.delete(business(), id, new Precondition(expected)::require);
    }

    /** All segments. */
    @Schema(name = "SegmentList")
    public record SegmentList(List<SegmentView> items) {}

    private Business business() {
        return businesses.get(caller.business());
    }

    private static EntityTag tag(SegmentRow row) {
        return new EntityTag(Integer.toString(row.version()));
    }
}
