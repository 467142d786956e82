package io.rapport.gateway.access.person;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.List;

/** Where an e-mail address has a password: the one thing that may be seen before it is known who asks. */
@Entity
@IdClass(PersonAddress.Key.class)
public class PersonAddress extends PanacheEntityBase {
    @Id
    public String emailHash;

    @Id
    public String ownerId;

    /** The primary key. */
    public record Key(String emailHash, String ownerId) {}

    static PersonAddress of(EmailAddress email, String owner) {
        PersonAddress address = new PersonAddress();
        address.emailHash = email.hash();
        address.ownerId = owner;
        return address;
    }

    static List<String> owners(EmailAddress email) {
        return PersonAddress.<PersonAddress>stream("emailHash = ?1 order by ownerId", email.hash())
                .map(address -> address.ownerId)
                .toList();
    }

    static void forget(EmailAddress email, String owner) {
        deleteById(new Key(email.hash(), owner));
    }
}
