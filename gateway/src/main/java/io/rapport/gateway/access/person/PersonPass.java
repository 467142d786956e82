package io.rapport.gateway.access.person;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.rapport.gateway.access.session.PassText;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Optional;

/** An invitation or a session of a person, known by its hash. */
@Entity
@IdClass(PersonPass.Key.class)
public class PersonPass extends PanacheEntityBase {
    @Id
    public String ownerId;

    @Id
    public String hash;

    public String kind;
    public String personId;
    public Instant createdAt;
    public Instant expiresAt;

    /** The primary key. */
    public record Key(String ownerId, String hash) {}

    static PersonPass of(PassText text, String personId, Instant now, Instant expiresAt) {
        PersonPass pass = new PersonPass();
        pass.ownerId = text.owner();
        pass.hash = text.hash();
        pass.kind = text.kind().label();
        pass.personId = personId;
        pass.createdAt = now;
        pass.expiresAt = expiresAt;
        return pass;
    }

    static Optional<PersonPass> valid(PassText text, Instant now) {
        return find(
                        "ownerId = ?1 and hash = ?2 and kind = ?3 and expiresAt > ?4",
                        text.owner(),
                        text.hash(),
                        text.kind().label(),
                        now)
                .firstResultOptional();
    }

    /** Whether there was one to take: of two at once only one finds it. */
    static boolean take(PassText text) {
        return delete("ownerId = ?1 and hash = ?2", text.owner(), text.hash()) == 1;
    }

    static void deleteOf(Person person) {
        delete("ownerId = ?1 and personId = ?2", person.ownerId, person.id);
    }

    static void deleteOf(Person person, String kind) {
        delete("ownerId = ?1 and personId = ?2 and kind = ?3", person.ownerId, person.id, kind);
    }

    static void deleteExpired(String owner, Instant now) {
        delete("ownerId = ?1 and expiresAt <= ?2", owner, now);
    }
}
