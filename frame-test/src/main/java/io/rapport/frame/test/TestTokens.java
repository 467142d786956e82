package io.rapport.frame.test;

import io.rapport.frame.token.TokenGrant;
import io.rapport.frame.token.TokenIssuer;
import java.time.Clock;
import java.util.Set;

/** Internal tokens as the gateway would sign them. */
public final class TestTokens {
    /** For tests alone: 32 bytes in base64url. */
    public static final String SECRET = "dGVzdC1zZWNyZXQtdGVzdC1zZWNyZXQtdGVzdC1zZWM";

    private static final TokenIssuer ISSUER = new TokenIssuer(SECRET, Clock.systemUTC());

    private TestTokens() {}

    /** The value of the Authorization header of a server's key of this business. */
    public static String server(String business, String... scopes) {
        return bearer("key:test", Set.of(business), TokenGrant.SERVER, scopes);
    }

    /** The value of the Authorization header of a publishable key of this business. */
    public static String browser(String business, String... scopes) {
        return bearer("key:page", Set.of(business), TokenGrant.BROWSER, scopes);
    }

    public static String bearer(String subject, Set<String> businesses, String origin, String... scopes) {
        return ISSUER.bearer(new TokenGrant(subject, Set.of(scopes), businesses, origin));
    }
}
