package io.rapport.gateway.page;

import io.rapport.gateway.access.person.People;
import io.rapport.gateway.access.person.PersonView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person and the link to pass on, which is shown this once. */
record InvitedPerson(
        PersonView person,

        @Schema(
                examples = "http://localhost:8080/#invitation=iv_…",
                description = "To be opened by the person, who chooses a password there, once.")
        String url,

        Instant expiresAt) {

    /** What follows the # is never sent to a server, so no log on the way gets to know it. */
    static InvitedPerson of(People.Invitation invitation, PublicAddress address) {
        return new InvitedPerson(
                invitation.person(),
                address.of("/#invitation=" + invitation.pass().text().text()),
                invitation.pass().expiresAt());
    }

    @Override
    public String toString() {
        return "InvitedPerson[" + person.id() + "]";
    }
}
