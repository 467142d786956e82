package io.rapport.gateway.access.person;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import io.rapport.gateway.access.tenant.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Somebody who may sign in, once there is a password. */
@Entity
@IdClass(Person.Key.class)
public class Person extends PanacheEntityBase {
    /** The business or organisation that the person belongs to. */
    @Id
    public String ownerId;

    @Id
    public String id;

    public String email;
    public String name;
    public String role;

    /** Null until one is chosen. */
    public String passwordHash;

    public Instant createdAt;
    public String createdBy;
    public Instant signedInAt;

    /** The primary key. */
    public record Key(String ownerId, String id) {}

    static Person of(String owner, EmailAddress email, String name, PersonRole role, Instant now, String by) {
        Person person = new Person();
        person.ownerId = owner;
        person.id = Ids.ofPerson(owner);
        person.email = email.text();
        person.name = name;
        person.role = role.label();
        person.createdAt = now;
        person.createdBy = by;
        return person;
    }

    static Optional<Person> known(String owner, String id) {
        return findByIdOptional(new Key(owner, id));
    }

    static List<Person> ofOwner(String owner) {
        return list("ownerId = ?1", Sort.by("createdAt", "id"), owner);
    }

    /** Those of these owners who can sign in with this address, in a settled order. */
    static List<Person> withPassword(EmailAddress email, Collection<String> owners) {
        return list(
                "email = ?1 and ownerId in ?2 and passwordHash is not null",
                Sort.by("createdAt", "id"),
                email.text(),
                owners);
    }

    PersonRole personRole() {
        return PersonRole.ofLabel(role);
    }
}
