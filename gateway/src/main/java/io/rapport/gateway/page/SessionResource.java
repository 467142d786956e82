package io.rapport.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.Problems;
import io.rapport.gateway.access.Address;
import io.rapport.gateway.access.RateLimits;
import io.rapport.gateway.access.key.KeyKind;
import io.rapport.gateway.access.key.KeyText;
import io.rapport.gateway.access.key.Keys;
import io.rapport.gateway.access.key.KnownKey;
import io.rapport.gateway.access.session.KnownSession;
import io.rapport.gateway.access.session.OpenedPass;
import io.rapport.gateway.access.session.OwnPage;
import io.rapport.gateway.access.session.PassKind;
import io.rapport.gateway.access.session.PassText;
import io.rapport.gateway.access.session.SessionCookie;
import io.rapport.gateway.access.session.Sessions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /session}: how a browser comes in, says who it is, and leaves. For the dashboard, not for programs. */
@Path("/session")
@PermitAll
public class SessionResource {
    private static final String FAILURE = "session";
    private static final String HOME = "/";
    private static final String EXPIRED = "/?link=expired";

    private final Sessions sessions;
    private final Keys keys;
    private final RateLimits limits;
    private final PublicAddress address;

    SessionResource(Sessions sessions, Keys keys, RateLimits limits, PublicAddress address) {
        this.sessions = sessions;
        this.keys = keys;
        this.limits = limits;
        this.address = address;
    }

    @GET
    @Operation(hidden = true)
    public Response get(@QueryParam("token") String token, RoutingContext context) {
        return token == null ? whoIsThere(context) : open(token, context);
    }

    /** Whatever looks ahead must not use up the link. */
    @HEAD
    @Operation(hidden = true)
    public Response head() {
        return uncached(Response.noContent());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response signIn(JsonNode body, RoutingContext context) {
        requireOwnPage(context.request());
        refuseAfterFailures(context.request());
        JsonInput input = JsonInput.object(body);
        String text = input.requiredText("key", 200);
        input.finish();
        KnownKey key = KeyText.parse(text)
                .filter(parsed -> parsed.kind() == KeyKind.SECRET)
                .flatMap(keys::find)
                .orElseThrow(() -> failed(context.request()));
        return entered(sessions.begin(key.business(), key.id(), key.scopes()), context, Response.noContent());
    }

    @DELETE
    @Operation(hidden = true)
    public Response signOut(RoutingContext context) {
        requireOwnPage(context.request());
        SessionCookie.read(context.request()).ifPresent(sessions::end);
        SessionCookie.clear(context.response(), address.isSecure());
        return uncached(Response.noContent());
    }

    private Response whoIsThere(RoutingContext context) {
        Optional<PassText> text =
                OwnPage.mayRead(context.request()) ? SessionCookie.read(context.request()) : Optional.empty();
        KnownSession session = text.flatMap(sessions::extend)
                .orElseThrow(() -> Problems.unauthorized("There is no session: open a link, or sign in with a key."));
        SessionCookie.write(context.response(), text.get().text(), address.isSecure());
        return uncached(Response.ok(new SessionView(session.business(), session.expiresAt()))
                .type(MediaType.APPLICATION_JSON_TYPE));
    }

    private Response open(String token, RoutingContext context) {
        refuseAfterFailures(context.request());
        Optional<OpenedPass> session = PassText.parse(PassKind.LINK, token).flatMap(sessions::redeem);
        if (session.isEmpty()) {
            limits.failed(FAILURE, Address.group(context.request()));
            return uncached(elsewhere(EXPIRED));
        }
        return entered(session.get(), context, elsewhere(HOME));
    }

    private Response entered(OpenedPass session, RoutingContext context, Response.ResponseBuilder response) {
        SessionCookie.write(context.response(), session.text().text(), address.isSecure());
        return uncached(response);
    }

    private void refuseAfterFailures(HttpServerRequest request) {
        limits.afterFailures(FAILURE, Address.group(request)).ifPresent(wait -> {
            throw Problems.rateLimited(wait);
        });
    }

    private RuntimeException failed(HttpServerRequest request) {
        limits.failed(FAILURE, Address.group(request));
        return Problems.unauthorized("The key is not known.");
    }

    private static void requireOwnPage(HttpServerRequest request) {
        if (!OwnPage.mayWrite(request)) {
            throw Problems.forbidden("Only the dashboard's own page may do this.");
        }
    }

    /** Relative, as the gateway may not know whether the browser came by TLS. */
    private static Response.ResponseBuilder elsewhere(String path) {
        return Response.status(Response.Status.SEE_OTHER).header("Location", path);
    }

    private static Response uncached(Response.ResponseBuilder response) {
        return response.header("Cache-Control", "no-store").build();
    }
}
