package io.rapport.feedback.business;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes the copy of a business's settings from the gateway. */
@Path("/internal/v1/businesses/{id}/settings")
@Tag(name = "Internal", description = "Between the services; not reachable from outside.")
class SettingsResource {
    private final Businesses businesses;
    private final BusinessScope scope;
    private final Caller caller;

    SettingsResource(Businesses businesses, BusinessScope scope, Caller caller) {
        this.businesses = businesses;
        this.scope = scope;
        this.caller = caller;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.INTERNAL_SETTINGS)
    @Operation(
            operationId = "putFeedbackBusinessSettings",
            summary = "Take a business's settings",
            description = "A version that is not newer than the stored one changes nothing.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = BusinessSettingsCopy.class)))
    @APIResponse(responseCode = "204", description = "These settings, or newer ones, are stored.")
    public void put(@Parameter(example = "b_abcdefghijklmnop") @PathParam("id") String id, JsonNode body) {
        Set<String> allowed = caller.businesses();
        if (!allowed.isEmpty() && !allowed.contains(id)) {
            throw Problems.forbidden("The token is not for this business.");
        }
        if (!id.matches("b_[a-z2-7]{16}")) {
            throw Problems.notFound("The business");
        }
        JsonInput input = JsonInput.object(body);
        Integer version = input.requiredInteger("version", 1, Integer.MAX_VALUE);
        String name = input.requiredText("name", 200);
        String zone = zone(input);
        String aspects = aspects(input);
        boolean masks = body.path("privacy").path("maskPersonalData").asBoolean(false);
        // What else the gateway sends is kept for features that need it.
        body.fieldNames().forEachRemaining(input::any);
        input.finish();
        scope.run(Set.of(id), () -> businesses.accept(id, version, name, zone, body.toString(), aspects, masks));
    }

    /** The gateway has read them; only their shape matters here. */
    private static String aspects(JsonInput input) {
        JsonNode aspects = input.any("aspects");
        if (aspects == null || aspects.isArray()) {
            return aspects == null || aspects.isEmpty() ? null : aspects.toString();
        }
        return input.refuse("aspects", "must be an array");
    }

    private static String zone(JsonInput input) {
        String zone = input.requiredText("timeZone", 60);
        try {
            return zone == null ? null : ZoneId.of(zone).getId();
        } catch (DateTimeException unknown) {
            return input.refuse("timeZone", "must be a time zone such as Europe/Dublin");
        }
    }

    @Schema(
            name = "FeedbackBusinessSettings",
            description = "Only these are read here; the others are kept as they come.",
            requiredProperties = {"version", "name", "timeZone"})
    private record BusinessSettingsCopy(
            @Schema(minimum = "1", examples = "3") int version,

            @Schema(maxLength = 200, examples = "Crumb & Co")
            String name,

            @Schema(maxLength = 60, examples = "Europe/Dublin")
            String timeZone,

            @Schema(description = "What the business wants to hear about, beside what every reading tells.")
            List<OwnAspect> aspects) {}

    @Schema(name = "FeedbackOwnAspect")
    private record OwnAspect(
            @Schema(examples = "sourdough") String category,

            @Schema(examples = "[\"sourdough\", \"starter\"]")
            List<String> words) {}
}
