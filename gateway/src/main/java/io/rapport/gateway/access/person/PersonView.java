package io.rapport.gateway.access.person;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who may sign in, as the API shows them. */
@Schema(name = "Person")
public record PersonView(
        String id,

        @Schema(description = "The business or organisation that the person belongs to.")
        String ownerId,

        String email,
        @Schema(nullable = true) String name,
        PersonRole role,

        @Schema(
                description = "`invited` until a password is chosen, then `active`.",
                enumeration = {"invited", "active"})
        String state,

        Instant createdAt,
        String createdBy,
        @Schema(nullable = true) Instant signedInAt) {

    static PersonView from(Person person) {
        return new PersonView(
                person.id,
                person.ownerId,
                person.email,
                person.name,
                person.personRole(),
                person.passwordHash == null ? "invited" : "active",
                person.createdAt,
                person.createdBy,
                person.signedInAt);
    }

    @Override
    public String toString() {
        return "PersonView[" + id + "]";
    }
}
