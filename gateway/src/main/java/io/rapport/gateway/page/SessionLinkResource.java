package io.rapport.gateway.page;

import io.rapport.frame.http.QueryInput;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Scopes;
import io.rapport.gateway.access.person.PersonRole;
import io.rapport.gateway.access.session.OpenedPass;
import io.rapport.gateway.access.session.Sessions;
import io.rapport.gateway.access.tenant.Acting;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /v1/sessions}: whoever has a key lets a person in. */
@Path("/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions", description = "Letting people into the dashboard.")
public class SessionLinkResource {
    private static final String OF_KEY = "key:";

    private final Sessions sessions;
    private final Acting acting;
    private final PublicAddress address;

    SessionLinkResource(Sessions sessions, Acting acting, PublicAddress address) {
        this.sessions = sessions;
        this.acting = acting;
        this.address = address;
    }

    @POST
    @RolesAllowed(Scopes.BUSINESS_READ)
    @Operation(
            operationId = "createSessionLink",
            summary = "Make a link to the dashboard",
            description =
                    "The link opens the dashboard in one browser, once, within ten minutes. Whoever opened it may look"
                            + " at what the key may read, and change nothing; with the role `owner`, for which the key needs the"
                            + " scope `people:write`, they may also look at customers one by one, answer them, make surveys, connect"
                            + " sources and let people in and out, as far as the key may. The session ends after 12 hours without use, after seven days,"
                            + " or with the key.")
    @Parameter(
            name = "role",
            in = ParameterIn.QUERY,
            description = "Whether who opens it may let people in and out.",
            schema =
                    @Schema(
                            enumeration = {"owner", "reader"},
                            defaultValue = "reader"))
    @APIResponse(
            responseCode = "201",
            description = "The link.",
            content = @Content(schema = @Schema(implementation = SessionLink.class)))
    public Response create(@Context UriInfo uri) {
        boolean owner = isForOwner(uri);
        if (owner && !acting.scopes().contains(Scopes.PEOPLE_WRITE)) {
            throw Problems.forbidden("The key can't let people in, so its links can't either.");
        }
        String key = acting.subject().substring(OF_KEY.length());
        OpenedPass link = sessions.link(acting.business(), key, Sessions.opened(acting.scopes(), owner));
        String url = address.of("/session?token=" + link.text().text());
        return Response.status(Response.Status.CREATED)
                .entity(new SessionLink(url, link.expiresAt()))
                .build();
    }

    private static boolean isForOwner(UriInfo uri) {
        QueryInput query = new QueryInput(uri);
        String role = query.text("role");
        if (role != null && !PersonRole.LABELS.contains(role)) {
            query.refuse("role", "must be one of " + String.join(", ", PersonRole.LABELS));
        }
        query.finish();
        return PersonRole.OWNER.label().equals(role);
    }
}
