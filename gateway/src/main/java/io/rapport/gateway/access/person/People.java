package io.rapport.gateway.access.person;

import io.rapport.frame.problem.Problems;
import io.rapport.gateway.access.session.OpenedPass;
import io.rapport.gateway.access.session.PassKind;
import io.rapport.gateway.access.session.PassText;
import io.rapport.gateway.access.tenant.Isolated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Letting people in and out. */
@ApplicationScoped
public class People {
    private static final Duration INVITATION = Duration.ofDays(7);
    private static final int MOST = 200;

    private final Isolated isolated;
    private final EntityManager entities;
    private final Clock clock;

    People(Isolated isolated, EntityManager entities, Clock clock) {
        this.isolated = isolated;
        this.entities = entities;
        this.clock = clock;
    }

    /** Somebody, and the link for them. */
    public record Invitation(PersonView person, OpenedPass pass) {}

    public Invitation invite(String owner, EmailAddress email, String name, PersonRole role, String by) {
        return isolated.in(owner, () -> {
            refuseIfUnknownKnownOrFull(owner, email);
            Person person = Person.of(owner, email, name, role, now(), by);
            person.persist();
            entities.flush();
            return invitation(person);
        });
    }

    /** Another link for somebody who lost the first, or forgot the password, which holds until another is chosen. */
    public Invitation inviteAgain(String owner, String id) {
        return isolated.in(owner, () -> {
            Person person = stored(owner, id);
            PersonPass.deleteOf(person, PassKind.INVITATION.label());
            return invitation(person);
        });
    }

    public List<PersonView> list(String owner) {
        return isolated.in(
                owner,
                () -> Person.ofOwner(owner).stream().map(PersonView::from).toList());
    }

    public PersonView get(String owner, String id) {
        return isolated.in(owner, () -> PersonView.from(stored(owner, id)));
    }

    /** Their sessions and links end with them. */
    public void remove(String owner, String id) {
        isolated.run(owner, () -> {
            Person person = stored(owner, id);
            PersonAddress.forget(new EmailAddress(person.email), owner);
            PersonPass.deleteOf(person);
            person.delete();
        });
    }

    private Invitation invitation(Person person) {
        Instant now = now();
        PassText text = PassText.random(PassKind.INVITATION, person.ownerId);
        PersonPass.of(text, person.id, now, now.plus(INVITATION)).persist();
        return new Invitation(PersonView.from(person), new OpenedPass(text, now.plus(INVITATION)));
    }

    private void refuseIfUnknownKnownOrFull(String owner, EmailAddress email) {
        // Locked, so that two at once can't both take the last place.
        String table = owner.startsWith("b_") ? "business where business_id" : "organisation where id";
        boolean unknown = entities.createNativeQuery("select 1 from " + table + " = ?1 for update")
                .setParameter(1, owner)
                .getResultList()
                .isEmpty();
        if (unknown) {
            throw Problems.notFound(owner.startsWith("b_") ? "This business" : "This organisation");
        }
        if (Person.count("ownerId = ?1 and email = ?2", owner, email.text()) > 0) {
            throw Problems.conflict("Somebody with this address is there already.");
        }
        if (Person.count("ownerId", owner) >= MOST) {
            throw Problems.conflict("There are " + MOST + " people, which is the most. Remove one first.");
        }
    }

    private static Person stored(String owner, String id) {
        return Person.known(owner, id).orElseThrow(() -> Problems.notFound("This person"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
