package io.rapport.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.Problems;
import io.rapport.gateway.access.key.KeyKind;
import io.rapport.gateway.access.key.KeyText;
import io.rapport.gateway.access.key.Keys;
import io.rapport.gateway.access.key.KnownKey;
import io.rapport.gateway.access.person.PersonSessions;
import io.rapport.gateway.access.session.OpenedPass;
import io.rapport.gateway.access.session.OwnPage;
import io.rapport.gateway.access.session.PassKind;
import io.rapport.gateway.access.session.PassText;
import io.rapport.gateway.access.session.SessionCookie;
import io.rapport.gateway.access.session.Sessions;
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
    private static final String HOME = "/";
    private static final String EXPIRED = "/?link=expired";

    private final Sessions sessions;
    private final PersonSessions people;
    private final Keys keys;
    private final Desk desk;
    private final SessionViews views;

    SessionResource(Sessions sessions, PersonSessions people, Keys keys, Desk desk, SessionViews views) {
        this.sessions = sessions;
        this.people = people;
        this.keys = keys;
        this.desk = desk;
        this.views = views;
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
        return Desk.uncached(Response.noContent());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response enterWithKey(JsonNode body, RoutingContext context) {
        desk.requireOwnPage(context.request());
        desk.refuseAfterFailures(context.request());
        JsonInput input = JsonInput.object(body);
        String text = input.requiredText("key", 200);
        input.finish();
        Optional<KnownKey> key = KeyText.parse(text)
                .filter(parsed -> parsed.kind() == KeyKind.SECRET)
                .flatMap(keys::find);
        if (key.isEmpty()) {
            desk.failed(context.request());
            throw Problems.unauthorized("The key is not known.");
        }
        KnownKey known = key.get();
        OpenedPass session = sessions.begin(known.business(), known.id(), Sessions.opened(known.scopes(), true));
        return desk.entered(session, context, Response.noContent());
    }

    @DELETE
    @Operation(hidden = true)
    public Response signOut(RoutingContext context) {
        desk.requireOwnPage(context.request());
        SessionCookie.read(context.request()).ifPresent(this::end);
        desk.clear(context);
        return Desk.uncached(Response.noContent());
    }

    private void end(PassText session) {
        if (session.kind() == PassKind.PERSON) {
            people.end(session);
        } else {
            sessions.end(session);
        }
    }

    private Response whoIsThere(RoutingContext context) {
        Optional<PassText> text =
                OwnPage.mayRead(context.request()) ? SessionCookie.read(context.request()) : Optional.empty();
        SessionView session = text.flatMap(views::extended)
                .orElseThrow(() -> Problems.unauthorized("There is no session: open a link, or sign in."));
        desk.keep(text.get().text(), context);
        return Desk.uncached(Response.ok(session).type(MediaType.APPLICATION_JSON_TYPE));
    }

    private Response open(String token, RoutingContext context) {
        desk.refuseAfterFailures(context.request());
        Optional<OpenedPass> session = PassText.parse(token, PassKind.LINK).flatMap(sessions::redeem);
        if (session.isEmpty()) {
            desk.failed(context.request());
            return Desk.uncached(elsewhere(EXPIRED));
        }
        return desk.entered(session.get(), context, elsewhere(HOME));
    }

    /** Relative, as the gateway may not know whether the browser came by TLS. */
    private static Response.ResponseBuilder elsewhere(String path) {
        return Response.status(Response.Status.SEE_OTHER).header("Location", path);
    }
}
