package io.rapport.gateway.access;

import io.rapport.frame.token.Scopes;
import io.rapport.frame.token.TokenGrant;
import io.rapport.gateway.access.key.KeyKind;
import io.rapport.gateway.access.key.KnownKey;
import io.rapport.gateway.access.session.KnownSession;
import java.util.Set;

/**
 * Who is calling, once the key is known.
 *
 * @param kind what sort of key it was
 * @param subject who acts, for the provenance of facts
 * @param business whose data the call may touch; null for administration
 */
record Principal(Kind kind, String subject, String business, Set<String> scopes) {
    enum Kind {
        SECRET,
        PUBLISHABLE,
        SESSION,
        ADMIN,
        WEBHOOK
    }

    static Principal of(KnownKey key) {
        Kind kind = key.kind() == KeyKind.SECRET ? Kind.SECRET : Kind.PUBLISHABLE;
        return new Principal(kind, "key:" + key.id(), key.business(), key.scopes());
    }

    /** A person who looks at the dashboard, let in by a key. */
    static Principal of(KnownSession session) {
        return new Principal(Kind.SESSION, "session:" + session.keyId(), session.business(), session.scopes());
    }

    static Principal admin() {
        return new Principal(Kind.ADMIN, "admin", null, Set.of(Scopes.ADMIN));
    }

    /** A delivery whose signature is its key; the service behind checks it. */
    static Principal webhook(String connection, String business) {
        return new Principal(Kind.WEBHOOK, "connection:" + connection, business, Set.of(Scopes.WEBHOOKS_RECEIVE));
    }

    /** A session is for looking: the one thing that it may send is a question. */
    boolean may(String method, String normalisedPath) {
        return kind != Kind.SESSION
                || method.equals("GET")
                || method.equals("HEAD")
                || method.equals("POST") && normalisedPath.equals("/v1/metrics/query");
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
