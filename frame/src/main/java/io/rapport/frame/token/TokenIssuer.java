package io.rapport.frame.token;

import io.smallrye.jwt.build.Jwt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs the short-lived tokens that services accept from one another (HS256, five minutes), and keeps each until it is half
 * spent, since a signature for every request would cost more than most requests do.
 */
public final class TokenIssuer {
    public static final String ISSUER = "rapport";
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 10_000;

    private final SecretKey key;
    private final Clock clock;
    private final ConcurrentHashMap<TokenGrant, Kept> kept = new ConcurrentHashMap<>();

    /** @param secret at least 32 random bytes, in base64url */
    public TokenIssuer(String secret, Clock clock) {
        byte[] bytes = Base64.getUrlDecoder().decode(secret);
        if (bytes.length < 32) {
            throw new IllegalArgumentException("RAPPORT_TOKEN_SECRET must hold at least 32 bytes, in base64url.");
        }
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
        this.clock = clock;
    }

    /** The value of the Authorization header that bears this grant. */
    public String bearer(TokenGrant grant) {
        Instant now = clock.instant();
        Kept current = kept.get(grant);
        if (current == null || !current.freshUntil.isAfter(now)) {
            current = sign(grant, now);
            if (kept.size() >= MOST_KEPT) {
                kept.clear();
            }
            kept.put(grant, current);
        }
        return current.bearer;
    }

    private Kept sign(TokenGrant grant, Instant now) {
        String token = Jwt.issuer(ISSUER)
                .subject(grant.subject())
                .groups(grant.scopes())
                .claim(TokenGrant.BUSINESSES, grant.businesses())
                .claim(TokenGrant.ORIGIN, grant.origin())
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .sign(key);
        return new Kept("Bearer " + token, now.plus(LIFETIME.dividedBy(2)));
    }

    private record Kept(String bearer, Instant freshUntil) {}
}
