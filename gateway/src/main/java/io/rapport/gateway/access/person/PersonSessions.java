package io.rapport.gateway.access.person;

import io.rapport.frame.problem.Problems;
import io.rapport.gateway.access.session.OpenedPass;
import io.rapport.gateway.access.session.PassKind;
import io.rapport.gateway.access.session.PassText;
import io.rapport.gateway.access.session.Sessions;
import io.rapport.gateway.access.tenant.Isolated;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The sessions of people who signed in. All of it blocks. */
@ApplicationScoped
public class PersonSessions {
    private final Isolated isolated;
    private final Reach reach;
    private final Clock clock;

    PersonSessions(Isolated isolated, Reach reach, Clock clock) {
        this.isolated = isolated;
        this.reach = reach;
        this.clock = clock;
    }

    /** @param business the one to look at; null for the first */
    public Optional<KnownPerson> find(PassText session, String business) {
        return isolated.in(
                session.owner(), () -> PersonPass.valid(session, now()).map(pass -> known(pass, business)));
    }

    /** Finds it and lets it live on. */
    public Optional<KnownPerson> extend(PassText session, String business) {
        return isolated.in(
                session.owner(), () -> PersonPass.valid(session, now()).map(pass -> {
                    pass.expiresAt = earlier(now().plus(Sessions.IDLE), pass.createdAt.plus(Sessions.LONGEST));
                    return known(pass, business);
                }));
    }

    public void end(PassText session) {
        isolated.run(session.owner(), () -> PersonPass.take(session));
    }

    /** A new one; to be called in a transaction of the owner's. */
    OpenedPass begin(Person person) {
        Instant now = now();
        person.signedInAt = now;
        PersonPass.deleteExpired(person.ownerId, now);
        PassText text = PassText.random(PassKind.PERSON, person.ownerId);
        PersonPass.of(text, person.id, now, now.plus(Sessions.IDLE)).persist();
        return new OpenedPass(text, now.plus(Sessions.IDLE));
    }

    private KnownPerson known(PersonPass pass, String business) {
        Person person = Person.known(pass.ownerId, pass.personId).orElseThrow();
        List<String> businesses = reach.of(pass.ownerId);
        if (business != null && !businesses.contains(business)) {
            throw Problems.notFound("This business");
        }
        String first = businesses.isEmpty() ? null : businesses.getFirst();
        return KnownPerson.of(person, businesses, business == null ? first : business, pass.expiresAt);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
