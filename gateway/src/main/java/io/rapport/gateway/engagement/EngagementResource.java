package io.rapport.gateway.engagement;

import io.rapport.frame.http.QueryInput;
import io.rapport.frame.token.Scopes;
import io.rapport.gateway.access.tenant.Acting;
import io.rapport.gateway.business.Businesses;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /v1/engagement}: the business's vital signs in one answer. */
@Path("/v1/engagement")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Engagement", description = "What customers do beside what they say, in one answer.")
public class EngagementResource {
    private final Composer composer;
    private final Businesses businesses;
    private final Acting acting;
    private final Clock clock;

    EngagementResource(Composer composer, Businesses businesses, Acting acting, Clock clock) {
        this.composer = composer;
        this.businesses = businesses;
        this.acting = acting;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Scopes.METRICS_READ)
    @Operation(
            operationId = "getEngagement",
            summary = "Show the vital signs",
            description = "Each with its series and its change from the period before. A part that does not answer is"
                    + " named in `missing`, and the rest is given.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "The first day; 28 days before `to` if left out.",
            schema = @Schema(implementation = LocalDate.class))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "The day after the last; today if left out.",
            schema = @Schema(implementation = LocalDate.class))
    @APIResponse(
            responseCode = "200",
            description = "The vital signs, and what is missing.",
            content = @Content(schema = @Schema(implementation = Engagement.class)))
    public Engagement get(@Context UriInfo uri) {
        return composer.engagement(acting.business(), acting.subject(), period(new QueryInput(uri)));
    }

    private Period period(QueryInput query) {
        LocalDate from = query.date("from");
        LocalDate to = query.date("to");
        query.finish();
        Period period = from != null && to != null ? new Period(from, to) : Period.of(from, to, today());
        if (period.days() < 1 || period.days() > Period.LONGEST_DAYS) {
            query.refuse("to", "must lie after 'from', by at most " + Period.LONGEST_DAYS + " days");
        }
        query.finish();
        return period;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), businesses.zone(acting.business()));
    }
}
