package io.rapport.gateway.access.person;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Somebody who has signed in.
 *
 * @param owner the business or organisation that the person belongs to
 * @param businesses those that the person may look at
 * @param business the one that is looked at; null where there is none
 */
public record KnownPerson(
        String id,
        String owner,
        String email,
        String name,
        PersonRole role,
        List<String> businesses,
        String business,
        Instant expiresAt) {

    static KnownPerson of(Person person, List<String> businesses, String business, Instant expiresAt) {
        return new KnownPerson(
                person.id,
                person.ownerId,
                person.email,
                person.name,
                person.personRole(),
                businesses,
                business,
                expiresAt);
    }

    public Set<String> scopes() {
        return role.scopes();
    }

    @Override
    public String toString() {
        return "KnownPerson[" + id + "]";
    }
}
