package io.rapport.gateway.page;

import io.rapport.frame.token.Scopes;
import io.rapport.gateway.access.session.OpenedPass;
import io.rapport.gateway.access.session.Sessions;
import io.rapport.gateway.access.tenant.Acting;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
                            + " at what the key may read, and change nothing. The session ends after 12 hours without use, after"
                            + " seven days, or with the key.")
    @APIResponse(
            responseCode = "201",
            description = "The link.",
            content = @Content(schema = @Schema(implementation = SessionLink.class)))
    public Response create() {
        String key = acting.subject().substring(OF_KEY.length());
        OpenedPass link = sessions.link(acting.business(), key, acting.scopes());
        String url = address.of("/session?token=" + link.text().text());
        return Response.status(Response.Status.CREATED)
                .entity(new SessionLink(url, link.expiresAt()))
                .build();
    }
}
