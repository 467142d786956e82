package io.rapport.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.Problems;
import io.rapport.gateway.access.Address;
import io.rapport.gateway.access.person.EmailAddress;
import io.rapport.gateway.access.person.KnownPerson;
import io.rapport.gateway.access.person.PasswordRules;
import io.rapport.gateway.access.person.PersonPasswords;
import io.rapport.gateway.access.person.PersonSessions;
import io.rapport.gateway.access.person.Reach;
import io.rapport.gateway.access.person.SignIn;
import io.rapport.gateway.access.session.OpenedPass;
import io.rapport.gateway.access.session.PassKind;
import io.rapport.gateway.access.session.PassText;
import io.rapport.gateway.access.session.SessionCookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /session/…}: how people sign in with a password, and choose one. For the dashboard, not for programs. */
@Path("/session")
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
public class SignInResource {
    private static final int LONGEST_TOKEN = 200;

    private final SignIn signIn;
    private final PersonPasswords passwords;
    private final PersonSessions people;
    private final Reach reach;
    private final Desk desk;

    SignInResource(SignIn signIn, PersonPasswords passwords, PersonSessions people, Reach reach, Desk desk) {
        this.signIn = signIn;
        this.passwords = passwords;
        this.people = people;
        this.reach = reach;
        this.desk = desk;
    }

    /** 204 with a session; 200 with a choice where address and password fit at several places. */
    @POST
    @Path("/password")
    @Operation(hidden = true)
    public Response signIn(JsonNode body, RoutingContext context) {
        desk.requireOwnPage(context.request());
        JsonInput input = JsonInput.object(body);
        EmailAddress email = Emails.required(input, "email");
        String password = password(input, "password");
        String owner = input.text("ownerId", 40);
        input.finish();
        List<SignIn.Match> fitting = signIn.matches(email, password, Address.group(context.request()));
        if (fitting.size() > 1 && owner == null) {
            List<Reach.Seen> choice = fitting.stream()
                    .map(match -> new Reach.Seen(match.owner(), reach.name(match.owner())))
                    .toList();
            return Desk.uncached(Response.ok(new Choice(choice)).type(MediaType.APPLICATION_JSON_TYPE));
        }
        OpenedPass session = fitting.stream()
                .filter(match -> owner == null || owner.equals(match.owner()))
                .findFirst()
                .flatMap(signIn::begin)
                .orElseThrow(() -> Problems.unauthorized("E-mail address and password don't fit."));
        return begun(session, context);
    }

    /** Who is invited: the page shows it beside the field for the password. */
    @POST
    @Path("/invitation")
    @Operation(hidden = true)
    public Response invited(JsonNode body, RoutingContext context) {
        desk.requireOwnPage(context.request());
        desk.refuseAfterFailures(context.request());
        JsonInput input = JsonInput.object(body);
        String token = input.requiredText("token", LONGEST_TOKEN);
        input.finish();
        PersonPasswords.Invited invited = PassText.parse(token, PassKind.INVITATION)
                .flatMap(passwords::invited)
                .orElseThrow(() -> expired(context));
        return Desk.uncached(Response.ok(
                        new Invitee(reach.name(invited.owner()), invited.email(), invited.name(), invited.returning()))
                .type(MediaType.APPLICATION_JSON_TYPE));
    }

    @POST
    @Path("/invitation/password")
    @Operation(hidden = true)
    public Response accept(JsonNode body, RoutingContext context) {
        desk.requireOwnPage(context.request());
        desk.refuseAfterFailures(context.request());
        JsonInput input = JsonInput.object(body);
        String token = input.requiredText("token", LONGEST_TOKEN);
        String password = password(input, "password");
        input.finish();
        OpenedPass session = PassText.parse(token, PassKind.INVITATION)
                .flatMap(invitation -> passwords.accept(invitation, password))
                .orElseThrow(() -> expired(context));
        return begun(session, context);
    }

    @PUT
    @Path("/password")
    @Operation(hidden = true)
    public Response change(JsonNode body, RoutingContext context) {
        desk.requireOwnPage(context.request());
        KnownPerson person = SessionCookie.read(context.request())
                .filter(session -> session.kind() == PassKind.PERSON)
                .flatMap(session -> people.find(session, null))
                .orElseThrow(() -> Problems.unauthorized("Sign in first."));
        JsonInput input = JsonInput.object(body);
        String current = password(input, "current");
        String next = password(input, "password");
        input.finish();
        OpenedPass session = passwords
                .change(person, current, next, Address.group(context.request()))
                .orElseThrow(() -> Problems.validation("current", "is not your present password"));
        return begun(session, context);
    }

    /** Whatever session the browser had before ends: none that somebody else knows lives on. */
    private Response begun(OpenedPass session, RoutingContext context) {
        SessionCookie.read(context.request())
                .filter(before -> before.kind() == PassKind.PERSON)
                .ifPresent(people::end);
        return desk.entered(session, context, Response.noContent());
    }

    private RuntimeException expired(RoutingContext context) {
        desk.failed(context.request());
        return Problems.notFound("This invitation");
    }

    private static String password(JsonInput input, String field) {
        String text = input.requiredText(field, PasswordRules.LONGEST_READ);
        return text == null ? null : PasswordRules.normal(text);
    }

    /** Where address and password fit; the page asks which one is meant. */
    record Choice(List<Reach.Seen> choice) {}

    /** Whom an invitation is for, and to see whose figures. */
    record Invitee(String place, String email, String name, boolean returning) {
        @Override
        public String toString() {
            return "Invitee[…]";
        }
    }
}
