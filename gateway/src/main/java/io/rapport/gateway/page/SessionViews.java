package io.rapport.gateway.page;

import io.rapport.frame.token.Scopes;
import io.rapport.gateway.access.person.KnownPerson;
import io.rapport.gateway.access.person.PersonSessions;
import io.rapport.gateway.access.person.Reach;
import io.rapport.gateway.access.session.KnownSession;
import io.rapport.gateway.access.session.PassKind;
import io.rapport.gateway.access.session.PassText;
import io.rapport.gateway.access.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Who is there; asking lets the session live on. */
@ApplicationScoped
class SessionViews {
    private final Sessions sessions;
    private final PersonSessions people;
    private final Reach reach;

    SessionViews(Sessions sessions, PersonSessions people, Reach reach) {
        this.sessions = sessions;
        this.people = people;
        this.reach = reach;
    }

    Optional<SessionView> extended(PassText session) {
        return session.kind() == PassKind.PERSON
                ? people.extend(session, null).map(this::of)
                : sessions.extend(session).map(this::of);
    }

    private SessionView of(KnownPerson person) {
        return new SessionView(
                person.business(),
                reach.named(person.businesses()),
                new SessionView.Somebody(person.id(), person.owner(), person.email(), person.name(), person.role()),
                person.scopes().contains(Scopes.PEOPLE_WRITE),
                new TreeSet<>(person.scopes()),
                person.expiresAt());
    }

    private SessionView of(KnownSession session) {
        return new SessionView(
                session.business(),
                reach.named(List.of(session.business())),
                null,
                session.scopes().contains(Scopes.PEOPLE_WRITE),
                new TreeSet<>(session.scopes()),
                session.expiresAt());
    }
}
