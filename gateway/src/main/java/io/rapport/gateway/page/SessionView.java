package io.rapport.gateway.page;

import io.rapport.gateway.access.person.PersonRole;
import io.rapport.gateway.access.person.Reach.Seen;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/**
 * Whose figures this browser may see, and until when.
 *
 * @param business the one that is shown first; null for somebody of an organisation that has none
 * @param person who has signed in; null where a link or a key let the browser in
 * @param mayInvite whether it may let people in and out
 * @param scopes what it may do, as the API names it
 */
record SessionView(
        String business,
        List<Seen> businesses,
        Somebody person,
        boolean mayInvite,
        SortedSet<String> scopes,
        Instant expiresAt) {

    /** Who looks at the page. */
    record Somebody(String id, String ownerId, String email, String name, PersonRole role) {
        @Override
        public String toString() {
            return "Somebody[" + id + "]";
        }
    }
}
