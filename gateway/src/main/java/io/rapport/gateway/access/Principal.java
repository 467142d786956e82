package io.rapport.gateway.access;

import io.rapport.frame.token.Scopes;
import io.rapport.frame.token.TokenGrant;
import io.rapport.gateway.access.key.KeyKind;
import io.rapport.gateway.access.key.KnownKey;
import io.rapport.gateway.access.person.KnownPerson;
import io.rapport.gateway.access.session.KnownSession;
import io.rapport.gateway.access.tenant.Acting;
import java.util.List;
import java.util.Set;

/**
 * Who is calling, once the key is known.
 *
 * @param kind what sort of key it was
 * @param subject who acts, for the provenance of facts
 * @param business whose data the call may touch; null for administration, and for a person who has none to see
 */
record Principal(Kind kind, String subject, String business, Set<String> scopes) {
    /** Where the dashboard has forms. */
    private static final List<String> DESK = List.of(
            "/v1/people", "/v1/feedback", "/v1/reply-templates", "/v1/follow-ups", "/v1/surveys", "/v1/connections");

    enum Kind {
        SECRET,
        PUBLISHABLE,
        SESSION,
        PERSON,
        ADMIN,
        WEBHOOK,
        FORM
    }

    static Principal of(KnownKey key) {
        Kind kind = key.kind() == KeyKind.SECRET ? Kind.SECRET : Kind.PUBLISHABLE;
        return new Principal(kind, "key:" + key.id(), key.business(), key.scopes());
    }

    /** A person who looks at the dashboard, let in by a key. */
    static Principal of(KnownSession session) {
        return new Principal(Kind.SESSION, "session:" + session.keyId(), session.business(), session.scopes());
    }

    /** Somebody who signed in, looking at one of the businesses that they may see. */
    static Principal of(KnownPerson person) {
        return new Principal(Kind.PERSON, Acting.OF_PERSON + person.id(), person.business(), person.scopes());
    }

    static Principal admin() {
        return new Principal(Kind.ADMIN, "admin", null, Set.of(Scopes.ADMIN));
    }

    /** A delivery whose signature is its key; the service behind checks it. */
    static Principal webhook(String connection, String business) {
        return new Principal(Kind.WEBHOOK, "connection:" + connection, business, Set.of(Scopes.WEBHOOKS_RECEIVE));
    }

    /** Whoever has the address of a form; feedback-service knows whose it is. */
    static Principal form() {
        return new Principal(Kind.FORM, "form", null, Set.of(Scopes.FORMS_ANSWER));
    }

    /** A browser asks questions, and changes what the dashboard has a form for; its scopes say what of that it may. */
    boolean may(String method, String normalisedPath) {
        return kind != Kind.SESSION && kind != Kind.PERSON
                || method.equals("GET")
                || method.equals("HEAD")
                || method.equals("POST") && normalisedPath.equals("/v1/metrics/query")
                || method.equals("PATCH") && normalisedPath.startsWith("/v1/businesses/")
                || DESK.stream().anyMatch(path -> normalisedPath.equals(path) || normalisedPath.startsWith(path + "/"));
    }

    boolean publishable() {
        return kind == Kind.PUBLISHABLE;
    }

    TokenGrant grant() {
        return new TokenGrant(
                subject,
                scopes,
                business == null ? Set.of() : Set.of(business),
                publishable() ? TokenGrant.BROWSER : TokenGrant.SERVER);
    }
}
