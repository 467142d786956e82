package io.rapport.gateway.access.person;

import io.rapport.frame.problem.Problems;
import io.rapport.gateway.access.session.OpenedPass;
import io.rapport.gateway.access.session.PassKind;
import io.rapport.gateway.access.session.PassText;
import io.rapport.gateway.access.tenant.Isolated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Choosing a password: with an invitation, or in place of the one before. Whatever was open ends, and a new session begins. */
@ApplicationScoped
public class PersonPasswords {
    /** As many passwords an e-mail address can have, each at another business or organisation. */
    static final int MOST_OF_ADDRESS = 3;

    private final Isolated isolated;
    private final Passwords passwords;
    private final PersonSessions sessions;
    private final Attempts attempts;
    private final EntityManager entities;
    private final Clock clock;

    PersonPasswords(
            Isolated isolated,
            Passwords passwords,
            PersonSessions sessions,
            Attempts attempts,
            EntityManager entities,
            Clock clock) {
        this.isolated = isolated;
        this.passwords = passwords;
        this.sessions = sessions;
        this.attempts = attempts;
        this.entities = entities;
        this.clock = clock;
    }

    /** Who is invited; looking does not use up the invitation. */
    public Optional<Invited> invited(PassText invitation) {
        return isolated.in(invitation.owner(), () -> invitee(invitation)
                .map(person -> new Invited(person.ownerId, person.email, person.name, person.passwordHash != null)));
    }

    /** Empty where the invitation is unknown, used or too old. A password that is refused doesn't use it up. */
    public Optional<OpenedPass> accept(PassText invitation, String normalPassword) {
        Optional<Person> invitee = isolated.in(invitation.owner(), () -> invitee(invitation));
        if (invitee.isEmpty()) {
            return Optional.empty();
        }
        String hash = allowed(invitee.get().email, invitee.get().name, normalPassword);
        return isolated.in(invitation.owner(), () -> invitee(invitation)
                .filter(unused -> PersonPass.take(invitation))
                .map(person -> set(person, hash)));
    }

    /** Empty where the present password is another. */
    public Optional<OpenedPass> change(KnownPerson known, String normalCurrent, String normalNext, String network) {
        EmailAddress email = new EmailAddress(known.email());
        attempts.require(email, network);
        String stored = isolated.in(known.owner(), () -> person(known).passwordHash);
        if (!passwords.matches(normalCurrent, stored)) {
            attempts.failed(email, network);
            return Optional.empty();
        }
        attempts.succeeded(email);
        String hash = allowed(known.email(), known.name(), normalNext);
        return Optional.of(isolated.in(known.owner(), () -> set(person(known), hash)));
    }

    private String allowed(String email, String name, String password) {
        List<String> known = new ArrayList<>(List.of(email));
        if (name != null) {
            known.add(name);
        }
        PasswordRules.require(password, known);
        return passwords.hash(password);
    }

    private OpenedPass set(Person person, String hash) {
        register(new EmailAddress(person.email), person.ownerId);
        person.passwordHash = hash;
        PersonPass.deleteOf(person);
        return sessions.begin(person);
    }

    private void register(EmailAddress email, String owner) {
        // Locked, so that two at once can't both take the last place.
        entities.createNativeQuery("select pg_advisory_xact_lock(hashtext(?1))", Object.class)
                .setParameter(1, email.hash())
                .getResultList();
        List<String> owners = PersonAddress.owners(email);
        if (owners.contains(owner)) {
            return;
        }
        if (owners.size() >= MOST_OF_ADDRESS) {
            throw Problems.conflict("This address can sign in at " + MOST_OF_ADDRESS
                    + " places already, which is the most. Be invited by another address.");
        }
        PersonAddress.of(email, owner).persist();
    }

    private Optional<Person> invitee(PassText invitation) {
        return PersonPass.valid(invitation, clock.instant())
                .filter(pass -> pass.kind.equals(PassKind.INVITATION.label()))
                .flatMap(pass -> Person.known(pass.ownerId, pass.personId));
    }

    private static Person person(KnownPerson known) {
        return Person.known(known.owner(), known.id())
                .orElseThrow(() -> Problems.unauthorized("This sign-in has been removed."));
    }

    /** Whom an invitation is for; {@code returning} where there is a password already. */
    public record Invited(String owner, String email, String name, boolean returning) {}
}
